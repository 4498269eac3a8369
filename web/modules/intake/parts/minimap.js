/** A small map of the places that an item may have: land, disputed lines dashed, a letter at each place. */

/** @typedef {{letter: string, lon: number, lat: number, chosen: boolean, precise: boolean}} Mark */
/** @typedef {{features: {geometry: {type: string, coordinates: any}}[]}} Shapes */
/** @typedef {{land: Shapes, borders: Shapes}} Ground */
/** @typedef {{x0: number, x1: number, y0: number, y1: number}} Frame In degrees of longitude, y to the south. */

const SVG = "http://www.w3.org/2000/svg", WIDTH = 230, HEIGHT = 150, LEAST = 26, ROOM = 1.5;

/** @param {number} lon Longitudes of the drawing frame run from -30 to 330. */
const across = (lon) => lon < -30 ? lon + 360 : lon;
/** @param {number} lat */
const down = (lat) =>
  -Math.asinh(Math.tan((Math.max(-84, Math.min(84, lat)) * Math.PI) / 180)) * (180 / Math.PI);

/** The part of the world in which some places lie, with room around. @param {Mark[]} marks @returns {Frame} */
export function frameOf(marks) {
  const xs = marks.map((one) => across(one.lon)), ys = marks.map((one) => down(one.lat));
  const x = (Math.min(...xs) + Math.max(...xs)) / 2, y = (Math.min(...ys) + Math.max(...ys)) / 2;
  const wide = Math.max(LEAST, (Math.max(...xs) - Math.min(...xs)) * ROOM);
  const high = Math.max(LEAST * (HEIGHT / WIDTH), (Math.max(...ys) - Math.min(...ys)) * ROOM);
  const half = Math.min(180, Math.max(wide, high * (WIDTH / HEIGHT)) / 2);
  return { x0: x - half, x1: x + half, y0: y - half * (HEIGHT / WIDTH), y1: y + half * (HEIGHT / WIDTH) };
}

/** The lines of shapes within a frame, as an SVG path. @param {Shapes} shapes @param {Frame} frame */
export function pathOf({ features }, { x0, x1, y0, y1 }) {
  const scale = WIDTH / (x1 - x0), parts = /** @type {string[]} */ ([]);
  for (const { geometry } of features) {
    for (const ring of rings(geometry)) {
      const points = ring.map(([lon, lat]) => [(across(lon) - x0) * scale, (down(lat) - y0) * scale]);
      const xs = points.map(([x]) => x), ys = points.map(([, y]) => y);
      const out = Math.max(...xs) < 0 || Math.min(...xs) > WIDTH || Math.max(...ys) < 0
        || Math.min(...ys) > (y1 - y0) * scale;
      if (!out) parts.push(`M${coarse(points).map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L")}`);
    }
  }
  return parts.join("");
}

/** Without the points that would lie on the one before. @param {number[][]} points */
function coarse(points) {
  let [lastX, lastY] = [Infinity, Infinity];
  return points.filter(([x, y], at) => {
    const far = at === 0 || at === points.length - 1 || Math.abs(x - lastX) + Math.abs(y - lastY) > 0.5;
    if (far) [lastX, lastY] = [x, y];
    return far;
  });
}

/** @param {{type: string, coordinates: any}} geometry @returns {[number, number][][]} */
function rings({ type, coordinates }) {
  if (type === "MultiPolygon") return coordinates.flat();
  if (type === "Polygon" || type === "MultiLineString") return coordinates;
  return type === "LineString" ? [coordinates] : [];
}

/** @param {string} tag @param {Record<string, string | number>} props @param {string} [text] */
function shape(tag, props, text) {
  const node = document.createElementNS(SVG, tag);
  Object.entries(props).forEach(([name, value]) => node.setAttribute(name, String(value)));
  if (text) node.textContent = text;
  return node;
}

/** @param {Ground} ground @param {Mark[]} marks @param {string} label What it is, for those who do not see it. */
export function minimap(ground, marks, label) {
  const frame = frameOf(marks), scale = WIDTH / (frame.x1 - frame.x0);
  const viewBox = `0 0 ${WIDTH} ${HEIGHT}`;
  const svg = shape("svg", { viewBox, role: "img", "aria-label": label, class: "intake-map" });
  svg.append(shape("path", { class: "land", d: pathOf(ground.land, frame) }));
  svg.append(shape("path", { class: "borders", d: pathOf(ground.borders, frame) }));
  [...marks].sort((a, b) => Number(a.chosen) - Number(b.chosen)).forEach((mark) => {
    const x = (across(mark.lon) - frame.x0) * scale, y = (down(mark.lat) - frame.y0) * scale;
    const kind = `${mark.chosen ? "chosen" : "open"}${mark.precise ? " precise" : ""}`;
    svg.append(shape("circle", { class: kind, cx: x, cy: y, r: 9 }));
    svg.append(shape("text", { class: kind, x, y: y + 4, "text-anchor": "middle" }, mark.letter));
  });
  return svg;
}
