import { inside } from "../structure/blocks";
import { marksIn } from "../structure/structure-field";
import { blockSnippets } from "./block-snippets";
import { inFence } from "./in-fence";
import { inFrontMatter } from "./in-front-matter";
import { inLink } from "./in-link";
import { inTag } from "./in-tag";
import type { Place, Proposal, Proposals } from "./proposal";

/** Proposals for a place of the text, whatever it is: front matter, fence, tag, link or the beginning of a line. */
export function proposalsAt(place: Place): Proposals | null {
  const { marks, offset } = place;
  const holder = marksIn(marks, offset, offset).find(({ from, to }) => from < offset && offset <= to);
  if (holder?.kind === "fence") return inFence(place, holder);
  if (holder?.kind === "frontMatter") return inFrontMatter(place);
  if (holder?.kind === "comment" && offset < holder.to) return null;
  return inTag(place) ?? closingTag(place) ?? tagNames(place) ?? inLink(place) ?? blocks(place);
}

/** The tags that are open here, the innermost first. */
function closingTag({ line, offset, marks }: Place): Proposals | null {
  const match = /<\/([A-Za-z]*)$/.exec(line);
  if (!match) return null;
  const from = offset - match[0].length;
  const names = inside(marks, from).toReversed();
  const proposals = [...new Set(names.map(({ name }) => `</${name}>`))].map(
    (label): Proposal => ({ label, kind: "tag" }),
  );
  return proposals.length > 0 ? { from, proposals } : null;
}

function tagNames(place: Place): Proposals | null {
  const match = /(?<!\\)<([A-Za-z]*)$/.exec(place.line);
  if (!match) return null;
  const from = place.offset - match[0].length;
  return { from, proposals: fitting(place, from) };
}

function blocks({ line, offset, asked, lang }: Place): Proposals | null {
  const word = /^[ \t]*([A-Za-z]*)$/.exec(line)?.[1];
  if (word === undefined || (!asked && word.length < 2)) return null;
  const proposals = Object.entries(blockSnippets(lang)).map(
    ([label, snippet]): Proposal => ({ label, kind: "block", snippet }),
  );
  return { from: offset - word.length, proposals };
}

/** Tags that may stand here first, then the others: a tag in a wrong place is the gate's to explain. */
function fitting({ marks, words: { tags }, lang }: Place, offset: number): Proposal[] {
  const parent = inside(marks, offset).at(-1)?.name ?? "root";
  const snippets = blockSnippets(lang);
  const fits = (tag: (typeof tags)[number]) => tag.parents === null || tag.parents.includes(parent);
  return [...tags.filter(fits), ...tags.filter((tag) => !fits(tag))].map(({ name }) => ({
    label: `<${name}>`,
    kind: "tag",
    snippet: snippets[name] ?? `<${name}>\n#{}\n</${name}>`,
  }));
}
