import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

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
  ".cm-panel.cm-search": { padding: "0.5rem", fontSize: "0.8125rem" },
  ".cm-textfield": { backgroundColor: color("surface"), borderColor: color("line-strong"), borderRadius: "0.25rem" },
  ".cm-button": { backgroundImage: "none", backgroundColor: color("surface"), borderColor: color("line-strong") },
  ".cm-tooltip": {
    backgroundColor: color("surface"),
    color: color("ink"),
    border: `1px solid ${color("line-strong")}`,
  },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: color("accent"),
    color: color("accent-ink"),
  },
  ".cm-completionDetail": { color: "inherit", fontStyle: "normal" },
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
  { tag: [tags.tagName, tags.angleBracket, tags.keyword], color: color("code-keyword") },
  { tag: [tags.attributeName, tags.propertyName, tags.labelName], color: color("code-name") },
  { tag: [tags.number, tags.bool, tags.atom], color: color("code-number") },
  { tag: [tags.comment, tags.meta, tags.processingInstruction, tags.quote], color: color("code-comment") },
]);

/** The portal's own colours, light and dark from the same names. */
export const codeTheme = [frame, syntaxHighlighting(text)];
