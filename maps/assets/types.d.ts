/** What travels between the modules of the map. Degrees are of the drawing frame (longitude −30..330). */

import type { Words } from "../../web/modules/core/text.js";

export interface Point { x: number; y: number }
export interface Rect { x0: number; y0: number; x1: number; y1: number; r?: number }
export interface Line { p: Point; q: Point }
export type Pair = [number, number];
export type Spot = [dx: number, dy: number, shift: number];  // where a mark may stand, and how far off that is
export type Bounds = [west: number, south: number, east: number, north: number];
export type View = { center: Pair, zoom: number };

/* The files: features, land. */
export interface Glyph {
  path: string; inner: string; color: string; ink: string; sign: string; short: string; brief: string;
}
export type Look = Record<string, Glyph>;
export interface Country { name: string; x: number; y: number; tiny: boolean; rank: number; region: string }
export interface Told {
  id: string; initiative: string; focus: string; precision: string; key: string; name: string; countries: string[];
  title: string; summary: string; place: string; how: string; said: [year: string, text: string][]; mentions: string[];
  own?: boolean; cell?: Pair;
}
export interface Dot extends Told { x: number; y: number; lines?: undefined; landings?: undefined; solid?: undefined }
export interface Route extends Told { x: number; y: number; lines: Pair[][]; landings: Pair[]; solid: boolean }
export interface Placeless extends Told { x: null; y: null; lines?: undefined }
export type Placed = Dot | Route;
export type Site = Placed | Placeless;
export interface Features extends Words {
  crowd: number; lang: string; look: Look; legend: { symbol: string, text: string }[];
  countries: Record<string, Country>; regions: Record<string, string>; sites: Site[];
  /** Of many sites: whether a view is counted, and then its cells of a level and its regions' boxes. */
  counted?: boolean; level?: number; cells?: Cell[]; boxed?: Group<any>[];
}
export interface Outline { rings: Float64Array[]; boxes: L.Bounds[]; box: L.Bounds; paths: Record<number, Path2D> }
export interface Feature {
  properties: { id: string | null };
  geometry: { type: "Polygon", coordinates: Pair[][] } | { type: "MultiPolygon", coordinates: Pair[][][] };
  drawn?: Outline; fine?: Outline; asked?: Promise<void> | null;
}
export interface Land { features: Feature[] }
export interface Base { land: Land; borders: { features: { geometry: { coordinates: Pair[][] } }[] } }

/* What the page asks for. */
export interface Change {
  id: string; initiative: string; kind: string; open: boolean; title: string; text: string; name: string;
  x: number | null; y: number; fx: number | null; fy: number; lines: Pair[][] | null; was: Pair[][] | null;
  precision: string; country: string | null;
}
export interface Changes { words: Record<string, string>; marks: Change[] }
export interface Choice { letter: string; text: string; x: number; y: number }
export interface Own { sites: Site[]; options: Choice[] }
export interface Scene {
  features: string; land: string; selected: string | null; failed: string; bits: string; bounds?: Bounds | null;
  around?: Bounds | null; visit?: Bounds | null; changes?: Changes | null;
  own?: { sites: string, options: Choice[] } | null;
  coast?: string | null; aside?: string | null; country?: string | null;
  told?: boolean;
}
export interface State {
  /** `sites` are drawn, faintly those that are not `asked` for: only `country` is. */
  asked: Site[]; country?: string | null;
  data: Features; sites: Site[]; base: Base; selected: string | null; changes: Changes | null; own: Own | null;
  coast?: string | null; crowd: boolean; groups: Group<any>[];
}
/** What the map asks of the page around it. */
export interface Host {
  load(name: string): Promise<any>;
  once(name: string): Promise<any>;
  symbol(name: string): string;
  address(): string;
  keep(href: string): void;
  tell(click: Record<string, unknown>): void;
  unplaced(): void;
  /** Where a front end stands beside the map it decides what is shown, and lists what a mark stands for. */
  front?(): { scene: Partial<Scene>; list(group: any): void; look?(box: number[], zoom: number): void } | null;
  /** What is gathered for a briefing, where one can be made: words for it, and what gathers or gives up. */
  basket?(): { ids: string[]; words: { add: string; take: string; in: string }; turn(id: string): void } | null;
}

/* Marks: what stands for sites that share a place. */
export interface Part { focus: string; n: number }
export interface Drawn { node: HTMLElement; w: number; h: number }
export interface Shown {
  key: string; name: string; x: number; y: number; total: number; sites: any[]; kind?: string; precision?: string;
  country?: string | null; countries?: string[]; own?: boolean; change?: boolean; alone?: boolean;
  parts?: Part[]; bounds?: Bounds;
}
export interface Group<S = Placed> extends Shown { sites: S[]; kind: string; precision: string }
export interface Cell extends Shown { sites: Placed[]; column: number; row: number; parts: Part[]; precision: string }
export interface Chip extends Shown { sites: any[]; groups: Group<any>[] }
export interface Kit {
  round(look: Look, group: any, radius: number): Drawn;
  plate(look: Look, group: any): Drawn;
  box(look: Look, group: any, flat?: boolean): Drawn;
}
export interface Mark {
  kind: string; group: Shown; at: L.Spot; index?: number; dx: number; dy: number; h: number; element: HTMLElement;
}
export interface Ring extends Drawn { kind: string; group: Cell; x: number; y: number; at: L.LatLng }
export interface Candidate extends Drawn { kind: string; group: Shown; index: number; at: Pair }
export interface Pin extends Mark, Drawn { rect: Rect; arrow?: SVGElement; side?: string }

/* The layout, in px of the world at one zoom. */
export interface Text { text: string; w: number; h: number; cost: number }
export interface Option {
  form: "plate" | "slim" | "round"; cost: number; mark: Rect; name: Rect | null; text: string | null; line: Line | null;
  own: number; dot: Point | null; stands: Rect; rects: Rect[]; far: Rect; turn: number; allowed: boolean;
  foe: Item | null; loose: boolean;
}
export interface Offset { dx: number; dy: number }
export interface Coast { dot: Point; far: number; out(least: number): (way: Pair) => boolean }
/** What wants a place. `own` are its countries, `exact` and `bold` may not leave their place, `must` has to stand. */
export interface Wish {
  id: string; kind: string; group: Shown; index?: number; country: string; own: string[]; x: number; y: number;
  at: L.Spot; form: "plate" | "slim" | "loose"; reach: number; slim: number; rank: number; round: Drawn;
  plate: Drawn | null; texts: Text[]; anchors(points?: number): Offset[];
  tiny?: boolean; exact?: boolean; bold?: boolean; must?: boolean; none?: number; track?: Spot[]; seen?: boolean;
}
export type Stage = [least: number, work: (item: Wish, land: Terrain, list: Option[]) => Option[]];
export interface Known { list: Option[]; stages: Stage[]; seen: Set<number>; combed: string | null }
export interface Item extends Wish {
  known: Known; kin(other: Item): boolean; range: Rect; crowd: number; near: Item[]; turn: number; taken: Option | null;
}
/** An item that has found its place; drawn, it is a mark. */
export interface Standing extends Item, Omit<Mark, "kind" | "group" | "at" | "index"> { taken: Option }
export interface Lane { y: number; from: number; to: number }
export interface Terrain {
  zoom: number; options: Map<string, Known>;
  foreign(r: Rect, own: string[], most?: number): number;
  lanes(area: Rect, high: number, step: number, own: string[]): Lane[];
  owns(x: number, y: number, own: string[]): boolean;
  abroad(x: number, y: number, own: string[]): boolean;
  anchors(code: string, place: Point, points?: number): Offset[];
  routed(r: Rect): number;
  point(lat: number, lon: number): L.Point;
}
export interface Scope { plates?: boolean; reach: number; donut: number; ring: number; join?: number }
export interface Given {
  map: L.Map; data: Features; scope: Scope; view: Rect; land: Terrain; blocked: Rect[];
}
export interface Laid extends Given { pins: Pin[]; items: Standing[]; routes: Route[] }
