import type { Html, Parents, Root } from "mdast";
import { type HtmlPiece, htmlPieces } from "../../pipeline/raw-html";
import { isParent, walk } from "../../pipeline/tree";
import type { Notice } from "../notice";
import type { Edit } from "./edit";
import { fenced, inside, literal, prefixAt } from "./literal";

type Place = { node: Html; pieces: (HtmlPiece & { kept: boolean })[] };
const blocks = /^(details|table|thead|tbody|tr|th|td|summary)$/;
const phrasing = /^(paragraph|heading|emphasis|strong|delete|link|linkReference|tableCell)$/;

/**
 * Raw HTML as MDX: the harmless tags of FORMAT.md where they are balanced, and anything else as the text that it is.
 * The same rule as `resolveRawHtml` has for Markdown files.
 */
export function htmlEdits(text: string, tree: Root): { edits: Edit[]; notices: Notice[] } {
  const edits: Edit[] = [];
  const notices: Notice[] = [];
  walk(tree, (parent) => {
    if (!isParent(parent)) return undefined;
    const inline = phrasing.test(parent.type);
    for (const { node, pieces } of placesIn(parent)) {
      const start = node.position?.start.offset ?? 0;
      const end = node.position?.end.offset ?? 0;
      const raw = text.slice(start, end);
      const written = inline ? inlineHtml(pieces) : inside(prefixAt(text, start), flowHtml(raw, pieces));
      if (written !== raw) edits.push({ start, end, text: written });
      if (pieces.some((piece) => !piece.kept && piece.raw.includes("<")))
        notices.push({ rule: "html-as-text", line: node.position?.start.line ?? 1, text: raw.split("\n")[0] ?? "" });
    }
    return undefined;
  });
  return { edits, notices };
}

/** The pieces of the HTML right inside a node, and which of its tags find their partner there. */
function placesIn(parent: Parents): Place[] {
  const places: Place[] = [];
  const open: Place["pieces"] = [];
  for (const node of parent.children) {
    if (node.type !== "html") continue;
    const pieces = htmlPieces(node.value).map((piece) => ({ ...piece, kept: piece.kind === "void" }));
    for (const piece of pieces) {
      if (piece.kind === "open") open.push(piece);
      const last = open.at(-1);
      if (piece.kind !== "close" || last?.name !== piece.name) continue;
      open.pop();
      last.kept = true;
      piece.kept = true;
    }
    places.push({ node, pieces });
  }
  return places;
}

const inlineHtml = (pieces: Place["pieces"]) =>
  pieces.map((piece) => (piece.kept ? piece.tag : literal(piece.raw))).join("");

function flowHtml(raw: string, pieces: Place["pieces"]): string {
  if (!pieces.some((piece) => piece.kept)) return raw.trim().includes("\n") ? fenced("html", raw) : literal(raw.trim());
  let written = "";
  for (const piece of pieces) {
    if (piece.kept && blocks.test(piece.name)) {
      const whole = /^(summary|th|td)$/.test(piece.name);
      const before = !whole || piece.kind === "open" ? written.replace(/\s*$/, written.trim() ? "\n\n" : "") : written;
      written = `${before}${piece.tag}${whole && piece.kind === "open" ? "" : "\n\n"}`;
    } else written += piece.kept ? piece.tag : literal(piece.raw.trim() ? piece.raw.replace(/\s*\n\s*/g, " ") : "");
  }
  return written.trim();
}
