/** What the page around the map has, and what the map gives it. */
interface Window {
  atlasUpload: ReturnType<typeof import("../../adapters/streamlit.js").files>;
  atlas: {
    start(map: L.Map, changed?: Partial<import("./types.d.ts").Host>): void;
    show(scene: string): void;
    see(): void;
  };
  atlasReady?: boolean;
  /** The front end of the page around the map's frame (web/modules/live.js); no scene where the page decides. */
  atlasFront?: {
    scene(): any;
    basket(): ReturnType<NonNullable<import("./types.d.ts").Host["basket"]>>;
    open(id: string | null): void;
    list(panel: any): void;
    mark(group: any): void;
    moved(): void;
    look(box: number[], zoom: number): void;
  };
  atlasFiles?: Record<string, Promise<any>>;
  atlasSoon?: (act: () => void) => void;
  /** What ui/scripts.py tells: the page's language, its words, and Streamlit's own words as it says them. */
  atlasPage: { lang: string, words: Record<string, string>, own: Record<string, string> };
  Streamlit: { setComponentValue(value: unknown): void };
}
interface HTMLElement { layout?: string }
