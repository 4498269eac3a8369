/** Everything that the map uses of Leaflet's documented interface; what lies inside it: adapters/leaflet.js. */
declare namespace L {
  type Spot = LatLng | [number, number];
  type Pixel = Point | [number, number];
  interface PathOptions {
    pane?: string; renderer?: Renderer; interactive?: boolean; smoothFactor?: number; stroke?: boolean;
    color?: string; weight?: number; opacity?: number; dashArray?: string | null; radius?: number;
    fillColor?: string; fillOpacity?: number;
  }
  interface View { animate?: boolean }
  interface LayerEvent { latlng: LatLng }

  class Class { static extend(props: object): any; }
  class Point {
    x: number; y: number;
    add(other: Pixel): Point;
    subtract(other: Pixel): Point;
    multiplyBy(by: number): Point;
    divideBy(by: number): Point;
    distanceTo(other: Pixel): number;
    round(): Point;
  }
  class Bounds {
    min: Point; max: Point;
    extend(point: Pixel): this;
    intersects(other: Bounds): boolean;
  }
  class LatLng { lat: number; lng: number; }
  class LatLngBounds {
    getWest(): number; getEast(): number; getSouth(): number; getNorth(): number;
    getSouthWest(): LatLng; getNorthEast(): LatLng;
    pad(by: number): LatLngBounds;
    contains(spot: Spot): boolean;
  }
  interface Projection {
    scale(zoom: number): number;
    latLngToPoint(spot: Spot, zoom: number): Point;
    pointToLatLng(point: Pixel, zoom: number): LatLng;
  }
  class Layer extends Class {
    addTo(target: Map | LayerGroup): this;
    remove(): this;
    on(kind: string, heard: (event: LayerEvent) => void): this;
  }
  class LayerGroup<T extends Layer = Layer> extends Layer {
    clearLayers(): this;
    getLayers(): T[];
    eachLayer(act: (layer: T) => void): this;
  }
  class Renderer extends Layer {}
  class Canvas extends Renderer {}
  class Path extends Layer {
    options: PathOptions;
    setStyle(options: PathOptions): this;
    redraw(): this;
  }
  class Icon extends Class {}
  interface MarkerOptions {
    icon?: Icon; pane?: string; interactive?: boolean; keyboard?: boolean; alt?: string; riseOnHover?: boolean;
  }
  class Marker extends Layer { getElement(): HTMLElement; }
  class Popup extends Layer {
    setLatLng(spot: Spot): this;
    setContent(content: HTMLElement): this;
    openOn(map: Map): this;
    isOpen(): boolean;
  }
  class Control extends Class {
    onAdd(map: Map): HTMLElement;
    addTo(map: Map): this;
    remove(): this;
  }
  interface MapOptions {
    crs: Projection; minZoom?: number;
    still?: boolean;  // ours: a map that nobody moves
  }
  class Map extends Class {
    options: MapOptions;
    getZoom(): number;
    getCenter(): LatLng;
    getSize(): Point;
    getBounds(): LatLngBounds;
    getPixelBounds(): Bounds;
    getPixelOrigin(): Point;
    getBoundsZoom(bounds: LatLngBounds, inside: boolean, padding: Point): number;
    getContainer(): HTMLElement;
    createPane(name: string): HTMLElement;
    getPane(name: string): HTMLElement;
    setView(center: Spot, zoom: number, options?: View): this;
    setMaxBounds(bounds: [Spot, Spot]): this;
    panTo(spot: Spot, options?: View): this;
    zoomIn(): this;
    zoomOut(): this;
    invalidateSize(options: View): this;
    closePopup(): this;
    project(spot: Spot, zoom: number): Point;
    unproject(point: Pixel, zoom: number): LatLng;
    latLngToLayerPoint(spot: Spot): Point;
    layerPointToLatLng(point: Pixel): LatLng;
    latLngToContainerPoint(spot: Spot): Point;
    containerPointToLatLng(point: Pixel): LatLng;
    containerPointToLayerPoint(point: Pixel): Point;
    on(kinds: string, heard: () => void): this;
    once(kinds: string, heard: () => void): this;
    fire(kind: string): this;
  }

  const CRS: { EPSG3857: Projection };
  const DomEvent: {
    disableClickPropagation(node: HTMLElement): void;
    disableScrollPropagation(node: HTMLElement): void;
  };
  function setOptions(target: object, options: object): object;
  function map(target: string | HTMLElement, options: object): Map;
  function point(x: number, y: number): Point;
  function bounds(points: Point[]): Bounds;
  function bounds(one: Point, other: Point): Bounds;
  function latLng(lat: number, lng: number): LatLng;
  function latLngBounds(one: Spot, other: Spot): LatLngBounds;
  function layerGroup<T extends Layer>(layers?: T[]): LayerGroup<T>;
  function polyline(line: Spot[] | Spot[][], options: PathOptions): Path;
  function circleMarker(spot: Spot, options: PathOptions): Path;
  function divIcon(options: { html: HTMLElement, iconSize: [number, number], className: string }): Icon;
  function popup(options: object): Popup;
  function control(options: { position: string }): Control;
  namespace control { function scale(options: { position: string, imperial: boolean }): Control; }
}
