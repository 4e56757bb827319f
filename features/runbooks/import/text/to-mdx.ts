import { parse } from "../../pipeline/parse";
import { report } from "../../pipeline/problem";
import { childrenOf } from "../../pipeline/tree";
import type { Notice } from "../notice";
import { applyEdits, type Edit, originOf } from "./edit";
import { escapeEdits } from "./escape-edits";
import { htmlEdits } from "./html-edits";
import { fenced } from "./literal";
import { makeVisible } from "./make-visible";

/** Markdown written as MDX, with the edits that made it, in the order in which they were made. */
export type Written = { mdx: string; passes: Edit[][]; notices: Notice[] };

const markdown = (text: string) => parse(text, "md", report("")) ?? { type: "root" as const, children: [] };

/** Writes Markdown so that MDX shows the same text. Only what has to be is changed; all else stays byte for byte. */
export function toMdx(body: string): Written {
  const visible = makeVisible(body, markdown(body));
  const shown = applyEdits(body, visible.edits);
  const tree = markdown(shown);
  const html = htmlEdits(shown, tree);
  const edits = [...html.edits, ...escapeEdits(shown, tree)];
  return {
    mdx: applyEdits(shown, edits),
    passes: [visible.edits, edits],
    notices: [
      ...visible.notices,
      ...html.notices.map((one) => ({ ...one, line: lineBefore(body, [visible.edits], shown, one.line) })),
    ],
  };
}

function lineBefore(before: string, passes: Edit[][], after: string, line: number): number {
  const offset =
    after
      .split("\n")
      .slice(0, line - 1)
      .join("\n").length + (line > 1 ? 1 : 0);
  return before.slice(0, originBefore(passes, offset)).split("\n").length;
}

/** The place in the first text that a place of the last one comes from. */
export const originBefore = (passes: Edit[][], offset: number): number =>
  passes.toReversed().reduce((at, edits) => originOf(edits, at), offset);

/**
 * Markdown in which the top-level blocks that do not come through as they are stand in fences, as the source that they
 * were. For texts of which the whole did not come out as it was.
 */
export function blocksAsText(
  body: string,
  isFaithful: (source: string) => boolean,
): { edits: Edit[]; notices: Notice[] } {
  const nodes = childrenOf(markdown(body));
  const sourceOf = (node: (typeof nodes)[number]) => body.slice(node.position?.start.offset, node.position?.end.offset);
  const isDefinition = (node: (typeof nodes)[number]) => /^(definition|footnoteDefinition)$/.test(node.type);
  const definitions = nodes.filter(isDefinition).map(sourceOf).join("\n\n");
  const edits: Edit[] = [];
  const notices: Notice[] = [];
  for (const node of nodes) {
    const source = sourceOf(node);
    if (isFaithful(isDefinition(node) ? source : `${source}\n\n${definitions}`)) continue;
    const start = node.position?.start.offset ?? 0;
    edits.push({ start, end: start + source.length, text: fenced("markdown", source) });
    notices.push({ rule: "block-as-text", line: node.position?.start.line ?? 1, text: source.split("\n")[0] ?? "" });
  }
  return { edits, notices };
}
