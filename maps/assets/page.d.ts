/** What the page around the map has, and what the map gives it. */
interface Window {
  atlas: {
    start(map: L.Map, changed?: Partial<import("./types.d.ts").Host>): void;
    show(scene: string): void;
    [more: string]: unknown;
  };
  atlasReady?: boolean;
  atlasFiles?: Record<string, Promise<any>>;
  atlasSoon?: (act: () => void) => void;
  Streamlit: { setComponentValue(value: unknown): void };
}
interface HTMLElement { layout?: string }
