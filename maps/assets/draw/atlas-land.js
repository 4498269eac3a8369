/* Land: one path a country on Leaflet's canvas. Leaflet's own polygons make two objects of each of 80,000 vertices;
   these are projected once, thinned by zoom, and moved by the canvas. */
(function () {
  "use strict";
  const atlas = (window.atlas = window.atlas || {});
  const UNIT = 65536, LIMIT = 85.0511, FINEST = 7, FINE = 0.5;  // px of the world at zoom 8; degrees; zoom; px

  const across = (lon) => UNIT * (lon / 360 + 0.5);
  function down(lat) {
    const sine = Math.sin((Math.max(Math.min(lat, LIMIT), -LIMIT) * Math.PI) / 180);
    return UNIT * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
  }

  function rings({ type, coordinates }) {
    return (type === "Polygon" ? coordinates : coordinates.flat()).map((ring) => {
      const flat = new Float64Array(ring.length * 2);
      ring.forEach(([lon, lat], i) => { flat[2 * i] = across(lon); flat[2 * i + 1] = down(lat); });
      return flat;
    });
  }

  function outline(parts) {
    const boxes = parts.map((ring) => L.bounds(ends(ring)));
    return { rings: parts, boxes, box: L.bounds(boxes.flatMap(({ min, max }) => [min, max])), paths: {} };
  }

  /* What the maps of a page draw of a country: kept with it, as the page keeps the file. The finer coast, once it is
     there, from the zoom on at which it shows. */
  function drawn(feature, zoom) {
    if (zoom >= atlas.coast.FROM && feature.fine) return feature.fine;
    if (!feature.drawn) Object.defineProperty(feature, "drawn", { value: outline(rings(feature.geometry)) });
    return feature.drawn;
  }

  /* Every ring stays, however small: no island goes missing. */
  function trace(path, ring, least) {
    const last = ring.length - 4;  // the ring's end repeats its start
    let x = ring[0], y = ring[1];
    path.moveTo(x, y);
    for (let i = 2; i <= last; i += 2) {
      const dx = ring[i] - x, dy = ring[i + 1] - y;
      if (i < last && dx * dx + dy * dy < least) continue;
      x = ring[i]; y = ring[i + 1];
      path.lineTo(x, y);
    }
    path.closePath();
  }

  const levelOf = (zoom) => Math.min(Math.ceil(zoom), FINEST + 1);

  const Land = L.Path.extend({
    initialize(feature, options) {
      L.setOptions(this, options);
      this.feature = feature;
    },
    getBounds() {
      const at = ({ x, y }) => L.CRS.EPSG3857.pointToLatLng(L.point(x, y), Math.log2(UNIT / 256));
      const { min, max } = drawn(this.feature).box;
      return L.latLngBounds(at(min), at(max));
    },
    _scale() { return this._map.options.crs.scale(this._map.getZoom()) / UNIT; },
    _project() {
      const k = this._scale(), origin = this._map.getPixelOrigin(),
        edge = L.point(1, 1).multiplyBy(this.options.weight);
      const { min, max } = drawn(this.feature, this._map.getZoom()).box;
      const corner = ({ x, y }) => L.point(x, y).multiplyBy(k).subtract(origin);
      this._pxBounds = L.bounds(corner(min).subtract(edge), corner(max).add(edge));
    },
    _update() {},  // nothing to clip: the canvas asks for the path when it draws
    _traced(zoom) {
      const known = drawn(this.feature, zoom), { paths } = known, level = levelOf(zoom);
      if (!paths[level]) {
        const path = (paths[level] = new Path2D()), least = level > FINEST ? 0 : (FINE * UNIT) / (256 * 2 ** level);
        known.rings.forEach((ring) => trace(path, ring, least * least));
      }
      return paths[level];
    },
    _updatePath() {
      const { _ctx: ctx } = this._renderer, { fillColor, color, weight } = this.options;
      const k = this._scale(), origin = this._map.getPixelOrigin(), path = this._traced(this._map.getZoom());
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
  });

  /* Paths of the levels next to the present one are traced while the browser has nothing to do. */
  function ahead(map, layers) {
    let due = [];
    const work = (left) => {
      while (due.length && left.timeRemaining() > 4) due.pop()();
      if (due.length) requestIdleCallback(work);
    };
    map.on("moveend", () => {
      if (!due.length) requestIdleCallback(work);
      due = [1, -1].flatMap((step) => layers.map((one) => () => one._traced(map.getZoom() + step)));
    });
  }

  /* Leaflet draws anew all that lies in the one box round whatever changed; a box round each is far less. */
  const Canvas = L.Canvas.extend({
    initialize(options) {
      L.Canvas.prototype.initialize.call(this, options);
      this._boxes = [];
    },
    _extendRedrawBounds(layer) {
      L.Canvas.prototype._extendRedrawBounds.call(this, layer);
      if (this._redrawBounds) this._boxes = joined(this._boxes, this._redrawBounds);
      this._redrawBounds = null;
    },
    _updatePaths() {
      this._boxes = [];  // the whole is drawn anew
      L.Canvas.prototype._updatePaths.call(this);
    },
    _redraw() {
      const boxes = this._boxes.length ? this._boxes : [null];
      this._boxes = [];
      boxes.forEach((box) => { this._redrawBounds = box; L.Canvas.prototype._redraw.call(this); });
    },
  });

  /* Boxes that don't meet: one that meets others takes them in. */
  function joined(boxes, box) {
    const met = boxes.filter((other) => other.intersects(box));
    met.forEach(({ min, max }) => box.extend(min).extend(max));
    return met.length ? joined(boxes.filter((other) => !met.includes(other)), box) : [...boxes, box];
  }

  function ends(ring) {
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (let i = 0; i < ring.length; i += 2) {
      x0 = Math.min(x0, ring[i]); x1 = Math.max(x1, ring[i]);
      y0 = Math.min(y0, ring[i + 1]); y1 = Math.max(y1, ring[i + 1]);
    }
    return [L.point(x0, y0), L.point(x1, y1)];
  }

  atlas.UNIT = UNIT;
  Object.assign(atlas, { drawnLand: drawn, outline, across, down });
  atlas.canvas = (options) => new Canvas(options);

  /* A layer of all features of a collection; `style` gives the options of each. */
  atlas.land = function (map, collection, options, style) {
    const layers = collection.features.map((one) => new Land(one, { ...options, ...style(one) }));
    ahead(map, layers);
    return L.layerGroup(layers);
  };
})();
