import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { dangerTag } from "../../language/mdx-tags";

const color = (name: string) => `var(--color-${name})`;

const frame = EditorView.theme({
  "&": { height: "100%", color: color("ink"), backgroundColor: color("surface"), fontSize: "0.875rem" },
  "&.cm-focused": { outline: "none" }, // the frame around it shows the focus
  ".cm-scroller": { fontFamily: "var(--font-mono)", lineHeight: "1.5", overflow: "auto" },
  ".cm-content": { caretColor: color("accent"), padding: "0.5rem 0" },
  ".cm-cursor, .cm-dropCursor": { borderLeftColor: color("accent"), borderLeftWidth: "2px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: `color-mix(in oklch, ${color("accent")} 26%, transparent)`,
  },
  ".cm-gutters": {
    backgroundColor: color("surface"),
    color: color("muted"),
    borderRight: `1px solid ${color("line")}`,
  },
  ".cm-activeLine": { backgroundColor: `color-mix(in oklch, ${color("raised")} 60%, transparent)` },
  ".cm-activeLineGutter": { backgroundColor: color("raised"), color: color("ink") },
  ".cm-matchingBracket": { backgroundColor: color("accent-soft"), outline: `1px solid ${color("accent")}` },
  ".cm-searchMatch": { backgroundColor: color("mark"), outline: "none" },
  ".cm-searchMatch-selected": { outline: `2px solid ${color("accent")}` },
  ".cm-panels": { backgroundColor: color("raised"), color: color("ink"), borderColor: color("line") },
  ".cm-panels-bottom": { borderTop: `1px solid ${color("line")}` },
  ".cm-panels-top": { borderBottom: `1px solid ${color("line")}` },
  ".cm-panel.cm-search": { display: "grid", gap: "0.375rem", padding: "0.5rem", fontSize: "0.8125rem" },
  ".cm-search > div": { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "0.375rem 0.5rem" },
  ".cm-panel.cm-search .cm-textfield": {
    flex: "1 1 8rem",
    minWidth: "6rem",
    fontSize: "0.875rem",
    padding: "0.125rem 0.5rem",
  },
  ".cm-panel.cm-search label, .cm-panel.cm-search output": {
    display: "inline-flex",
    gap: "0.25rem",
    margin: "0",
    fontSize: "0.8125rem",
  },
  ".cm-panel.cm-search .cm-textfield, .cm-panel.cm-search input[type=checkbox]": { margin: "0" },
  ".cm-panel.cm-search .cm-button": {
    margin: "0",
    padding: "0.125rem 0.5rem",
    borderRadius: "0.25rem",
    fontSize: "0.8125rem",
  },
  ".cm-search output": { color: color("muted"), fontVariantNumeric: "tabular-nums" },
  ".cm-search select": {
    color: color("ink"),
    backgroundColor: color("surface"),
    border: `1px solid ${color("line-strong")}`,
    borderRadius: "0.25rem",
    padding: "0.125rem 0.25rem",
  },
  ".cm-search-close": { marginLeft: "auto" },
  ".cm-breadcrumb": {
    display: "flex",
    minHeight: "1.75rem",
    alignItems: "center",
    overflowX: "auto",
    padding: "0 0.5rem",
    fontSize: "0.8125rem",
    whiteSpace: "nowrap",
  },
  ".cm-breadcrumb button": {
    flexShrink: "1",
    minWidth: "3rem",
    padding: "0.25rem",
    border: "0",
    borderRadius: "0.25rem",
    background: "none",
    color: color("muted"),
    font: "inherit",
    overflow: "hidden",
    textOverflow: "ellipsis",
    cursor: "pointer",
  },
  ".cm-breadcrumb button:last-child": { color: color("ink") },
  ".cm-breadcrumb button:hover": { color: color("accent") },
  ".cm-breadcrumb button + button::before": { content: '"›"', marginRight: "0.5rem", color: color("muted") },
  ".cm-foldGutter span": { color: color("muted"), cursor: "pointer", padding: "0 0.125rem" },
  ".cm-foldPlaceholder": {
    backgroundColor: color("raised"),
    borderColor: color("line"),
    color: color("muted"),
    padding: "0 0.25rem",
  },
  ".cm-placeholder-name, .cm-placeholder-name *": {
    color: color("accent"),
    backgroundColor: color("accent-soft"),
    borderRadius: "0.1875rem",
  },
  ".cm-line.cm-changing": { boxShadow: `inset 2px 0 0 ${color("warning")}` },
  ".cm-matchingTag": { backgroundColor: color("accent-soft"), borderRadius: "0.1875rem" },
  ".cm-textfield": { backgroundColor: color("surface"), borderColor: color("line-strong"), borderRadius: "0.25rem" },
  ".cm-button": { backgroundImage: "none", backgroundColor: color("surface"), borderColor: color("line-strong") },
  ".cm-tooltip": {
    backgroundColor: color("surface"),
    color: color("ink"),
    border: `1px solid ${color("line-strong")}`,
  },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { maxHeight: "none", overflowY: "hidden" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: color("accent"),
    color: color("accent-ink"),
  },
  ".cm-completionDetail": { color: "inherit", fontStyle: "normal", opacity: "0.8" },
  ".cm-diagnosticAction": {
    backgroundColor: color("accent"),
    color: color("accent-ink"),
    borderRadius: "0.25rem",
    padding: "0.125rem 0.5rem",
  },
  ".cm-diagnostic-error": { borderLeftColor: color("danger") },
  ".cm-diagnostic-warning": { borderLeftColor: color("warning") },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: `underline wavy ${color("danger")}` },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: `underline wavy ${color("warning")}` },
});

const text = HighlightStyle.define([
  { tag: tags.heading, fontWeight: "600" },
  { tag: tags.strong, fontWeight: "600" },
  { tag: tags.emphasis, fontStyle: "italic" },
  { tag: [tags.link, tags.url], color: color("accent") },
  { tag: [tags.monospace, tags.string, tags.attributeValue], color: color("code-string") },
  { tag: [tags.angleBracket, tags.keyword], color: color("code-keyword") },
  { tag: dangerTag, color: color("warning"), fontWeight: "600" },
  { tag: tags.tagName, color: color("code-keyword"), fontWeight: "600" },
  { tag: tags.inserted, color: color("success") },
  { tag: tags.deleted, color: color("danger") },
  { tag: tags.variableName, color: color("code-name") },
  { tag: [tags.attributeName, tags.propertyName, tags.labelName], color: color("code-name") },
  { tag: [tags.number, tags.bool, tags.atom], color: color("code-number") },
  { tag: [tags.comment, tags.meta, tags.processingInstruction, tags.quote], color: color("code-comment") },
]);

/** The portal's own colours, light and dark from the same names. */
export const codeTheme = [frame, syntaxHighlighting(text)];
