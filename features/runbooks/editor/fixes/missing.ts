import { authorWords } from "../author-words";
import type { TagMark } from "../structure/marks";
import { type Fix, type Fixer, type FixKind, type FixSource, fix, insert } from "./fix";
import { nameRange, partnerOf, tagAt } from "./places";

/** Adds a block at the end of what a tag holds. */
function append(source: FixSource, tag: TagMark, kind: FixKind, block: string): Fix[] {
  const { doc, marks } = source;
  const partner = partnerOf(marks, tag);
  if (!partner) return [];
  const line = doc.lineAt(partner.from);
  const leads = doc.sliceString(line.from, partner.from).trim() === "";
  const above = doc.sliceString(0, leads ? line.from : partner.from);
  const gap = above.endsWith("\n\n") ? "" : above.endsWith("\n") ? "\n" : "\n\n";
  return [fix(kind, [insert(leads ? line.from : partner.from, `${gap}${block}\n\n`)])];
}

const withTag =
  (make: (source: FixSource, tag: TagMark) => Fix[]): Fixer =>
  (_, at, source) => {
    const tag = tagAt(source, at);
    return tag ? make(source, tag) : [];
  };

export const undo = withTag((source, tag) => [
  ...append(source, tag, "addUndo", `<Undo>\n\n${authorWords(source.lang).undo}.\n\n</Undo>`),
  fix("markIrreversible", [
    insert(
      tag.attributes.length > 0 ? tag.from + (tag.attributes.at(-1)?.to ?? 0) : nameRange(tag).to,
      " irreversible",
    ),
  ]),
]);

export const options = withTag((source, tag) => {
  const { label, otherLabel, answer } = authorWords(source.lang);
  const option = (text: string, attributes = "") => `<Option label="${text}"${attributes}>\n\n${answer}.\n\n</Option>`;
  return append(source, tag, "addOption", `${option(label)}\n\n${option(otherLabel, ' outcome="escalate"')}`);
});

export const table = withTag((source, tag) => {
  const words = authorWords(source.lang);
  const head = `| ${words.symptomColumn} | ${words.severityColumn} | ${words.actionColumn} |\n| --- | --- | --- |\n`;
  return append(source, tag, "addTable", `${head}| ${words.observed} | SEV2 | ${words.act} |`);
});

export const items = withTag((source, tag) => append(source, tag, "addItem", `- ${authorWords(source.lang).item}`));
