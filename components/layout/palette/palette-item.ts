export type PaletteItem = {
  id: string;
  label: string;
  /** Shown after the label, e.g. the service. */
  detail?: string;
  /** The line that answers a query, with start and end of each match. */
  excerpt?: { text: string; matches: [number, number][] };
  /** Leads to a document of its own, which the browser loads. */
  document?: boolean;
  /** More words to find it by. */
  keywords?: string[];
  /** Where it leads, or what it does. */
  href?: string;
  run?: () => void;
};
export type PaletteGroup = { heading: string; items: PaletteItem[] };
/** Answers a query with items; called after a pause in typing, and aborted by the next one. */
export type PaletteSearch = (query: string, signal: AbortSignal) => Promise<PaletteItem[]>;
/** What is found by a search, under its own heading. */
export type SearchGroup = { heading: string; search: PaletteSearch };
