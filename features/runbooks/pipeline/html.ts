/** The harmless HTML that FORMAT.md allows, with the attributes that each may carry and their React names. */
export const htmlElements: Record<string, Record<string, string>> = {
  br: {},
  details: { open: "open" },
  summary: {},
  kbd: {},
  sub: {},
  sup: {},
  u: {},
  table: {},
  thead: {},
  tbody: {},
  tr: { align: "align" },
  th: { align: "align", colspan: "colSpan", rowspan: "rowSpan", colSpan: "colSpan", rowSpan: "rowSpan" },
  td: { align: "align", colspan: "colSpan", rowspan: "rowSpan", colSpan: "colSpan", rowSpan: "rowSpan" },
  img: { src: "src", alt: "alt", title: "title", width: "width", height: "height" },
};
export const voidElements = new Set(["br", "img"]);
export const forbiddenElements = new Set(
  "script iframe frame frameset object embed applet base meta link style form input button select textarea option svg math template slot portal noscript video audio source track canvas dialog".split(
    " ",
  ),
);
/** Never allowed on any tag; `on…` handlers are refused by their prefix. */
export const forbiddenAttributes = new Set([
  "style",
  "srcdoc",
  "srcset",
  "formaction",
  "dangerouslysetinnerhtml",
  "ref",
  "key",
  "is",
]);

export const isEventAttribute = (name: string) => /^on/i.test(name.replace(/^.*:/, ""));
export const isVoidElement = (name: string) =>
  voidElements.has(name) || /^(hr|wbr|input|meta|link|col|area|source|embed|param|track)$/.test(name);
