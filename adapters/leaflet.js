/** What the map needs of Leaflet's inside, which its documents do not promise; tried with 1.9.3.
 *
 * `tests/adapters/test_leaflet.py` says which of these no longer holds after an upgrade.
 */

/**
 * @typedef {{_animatingZoom?: boolean, _popup?: L.Popup & {_adjustPan(): void}}} InnerMap
 * @typedef {L.Path & {_map: L.Map, _renderer: {_ctx: CanvasRenderingContext2D}, _pxBounds: L.Bounds, shape: Shape,
 *   _scale(): number, _project(): void}} InnerPath
 * @typedef {L.Canvas & {_boxes: L.Bounds[], _redrawBounds: L.Bounds | null}} InnerCanvas
 * @typedef {L.Marker & {_icon: HTMLElement}} InnerMarker
 * @typedef {{unit: number, box: (zoom: number) => L.Bounds, path: (zoom: number) => Path2D}} Shape
 *   What is drawn at a zoom, in a world of `unit` px.
 */

/** @param {L.Map} map */
const inner = (map) => /** @type {L.Map & InnerMap} */ (map);

/** A zoom animation under way would overrule the view when it ends. `_animatingZoom` tells of it, no event does.
 * @param {L.Map} map @param {() => void} act */
export function afterZoom(map, act) {
  if (inner(map)._animatingZoom) map.once("moveend", act); else act();
}

/** Not setMinZoom: it starts a zoom animation that would overrule the view that is set next. So the option is set, and
 * the controls are told by Leaflet's own event. @param {L.Map} map @param {number} zoom */
export function leastZoom(map, zoom) {
  map.options.minZoom = zoom;
  map.fire("zoomlevelschange");
}

/** Not a pan, which moves by whole pixels: the option `reset` keeps setView from it.
 * @param {L.Map} map @param {{center: [number, number], zoom: number}} view */
export function viewExactly(map, { center, zoom }) {
  map.setView(center, zoom, /** @type {L.View} */ ({ reset: true }));
}

/** Leaflet makes room for a popup when it opens, not when the map becomes smaller; `_adjustPan` does.
 * @param {L.Map} map */
export function popupIntoView(map) {
  const { _popup: popup } = inner(map);
  if (popup && popup.isOpen()) popup._adjustPan();
}

/* Leaflet moves a marker in three dimensions (`_setPos`, of `_icon`), for which the browser keeps a layer each. */
const Flat = L.Marker.extend(/** @type {ThisType<InnerMarker>} */ ({
  /** @param {L.Point} at */
  _setPos(at) {
    /** @type {any} */ (L.Marker.prototype)._setPos.call(this, at);
    this._icon.style.transform = `translate(${at.x}px, ${at.y}px)`;
  },
}));

/** @param {L.Spot} at @param {L.MarkerOptions} options @returns {L.Marker} */
export const marker = (at, options) => new Flat(at, options);

/* A path of its own making on Leaflet's canvas, which asks a layer for its bounds (`_project`, `_pxBounds`) and to draw
   itself (`_updatePath`). */
const Outline = L.Path.extend(/** @type {ThisType<InnerPath>} */ ({
  /** @param {Shape} shape @param {L.PathOptions} options */
  initialize(shape, options) {
    L.setOptions(this, options);
    this.shape = shape;
  },
  _scale() { return this._map.options.crs.scale(this._map.getZoom()) / this.shape.unit; },
  _project() {
    const k = this._scale(), origin = this._map.getPixelOrigin(), weight = this.options.weight || 0;
    const edge = L.point(1, 1).multiplyBy(weight), { min, max } = this.shape.box(this._map.getZoom());
    /** @param {L.Point} at */
    const corner = ({ x, y }) => L.point(x, y).multiplyBy(k).subtract(origin);
    this._pxBounds = L.bounds(corner(min).subtract(edge), corner(max).add(edge));
  },
  _update() {},  // nothing to clip: the canvas asks for the path when it draws
  _updatePath() {
    const { _ctx: ctx } = this._renderer, { fillColor = "", color = "", weight = 0 } = this.options;
    const k = this._scale(), origin = this._map.getPixelOrigin(), path = this.shape.path(this._map.getZoom());
    ctx.save();
    ctx.translate(-origin.x, -origin.y);
    ctx.scale(k, k);
    ctx.fillStyle = fillColor;
    ctx.fill(path, "evenodd");
    ctx.setLineDash([]);  // Leaflet leaves the last dash of its own lines
    Object.assign(ctx, { strokeStyle: color, lineWidth: weight / k, lineJoin: "round" });
    ctx.stroke(path);
    ctx.restore();
  },
}));

/** @param {Shape} shape @param {L.PathOptions} options @returns {L.Path} */
export const outlined = (shape, options) => new Outline(shape, options);

const canvasOf = /** @type {any} */ (L.Canvas.prototype);

/* Leaflet draws anew all that lies in the one box round whatever changed (`_redrawBounds`); a box round each is far
   less. */
const Boxed = L.Canvas.extend(/** @type {ThisType<InnerCanvas>} */ ({
  /** @param {object} options */
  initialize(options) {
    canvasOf.initialize.call(this, options);
    this._boxes = [];
  },
  /** @param {L.Layer} layer */
  _extendRedrawBounds(layer) {
    canvasOf._extendRedrawBounds.call(this, layer);
    if (this._redrawBounds) this._boxes = joined(this._boxes, this._redrawBounds);
    this._redrawBounds = null;
  },
  _updatePaths() {
    this._boxes = [];  // the whole is drawn anew
    canvasOf._updatePaths.call(this);
  },
  _redraw() {
    const boxes = this._boxes.length ? this._boxes : [null];
    this._boxes = [];
    boxes.forEach((box) => { this._redrawBounds = box; canvasOf._redraw.call(this); });
  },
}));

/** Boxes that don't meet: one that meets others takes them in.
 * @param {L.Bounds[]} boxes @param {L.Bounds} box @returns {L.Bounds[]} */
function joined(boxes, box) {
  const met = boxes.filter((other) => other.intersects(box));
  met.forEach(({ min, max }) => box.extend(min).extend(max));
  return met.length ? joined(boxes.filter((other) => !met.includes(other)), box) : [...boxes, box];
}

/** @param {{pane: string, padding: number}} options @returns {L.Renderer} */
export const boxedCanvas = (options) => new Boxed(options);
