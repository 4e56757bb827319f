import type { Source } from "./equivalence/equivalence";
import type { Taken } from "./taken";
import { applyEdits, type Edit } from "./text/edit";
import { fenced } from "./text/literal";
import { blocksAsText, toMdx, type Written } from "./text/to-mdx";

type Attempt = { body: string; head: string; check: (mdx: string, against?: Source) => Taken; source: Source };

/** The body as MDX that says the same: as a whole, else with some of its blocks as text, else all of it as text. */
export function faithful({ body, head, check, source }: Attempt): { written: Written; edits: Edit[] } {
  const passes = (mdx: string, against: Source) => check(head + mdx, against).equivalence.complete;
  const whole = toMdx(body);
  if (passes(whole.mdx, source)) return { written: whole, edits: [] };
  const shown = source.shown;
  const blocks = blocksAsText(body, (block) => passes(toMdx(block).mdx, { body: block, line: 1, shown }));
  const edited = applyEdits(body, blocks.edits);
  const written = toMdx(edited);
  const byBlocks = { written: { ...written, notices: [...written.notices, ...blocks.notices] }, edits: blocks.edits };
  if (passes(written.mdx, { ...source, body: edited })) return byBlocks;
  const all: Edit[] = [{ start: 0, end: body.length, text: fenced("markdown", body) }];
  const asText = toMdx(applyEdits(body, all));
  if (!passes(asText.mdx, { ...source, body: applyEdits(body, all) })) return { written: whole, edits: [] };
  return { written: { ...asText, notices: [{ rule: "file-as-text", line: 1, text: "" }] }, edits: all };
}
