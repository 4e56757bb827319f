import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { publishingPolicy } from "../../publishing/policy";
import { meaningsOf, readGlossary, setExtraMeanings } from "../../search/glossary";
import { glossaryWords } from "../../search/glossary-words";
import { searchIndex } from "../../search/queries";
import type { SearchResult } from "../../search/search";
import { searchText } from "../../search/search-text";
import { glossary } from "../file/adapter";
import { parseGlossary, searchLines } from "../meaning";
import type { GlossaryTrial, TryGlossary } from "../schema";

const shown = 5;

/** What a query is widened to, and what it finds before and after a change of the glossary that nobody has published. */
export async function tryGlossary(ctx: Ctx, { q, text }: TryGlossary): Promise<GlossaryTrial> {
  authorize(publishingPolicy, "edit", ctx.actor, null);
  const [index, published] = await Promise.all([searchIndex(), glossary()]);
  const [now, then] = [searchLines(published), searchLines(parseGlossary(text))];
  const before = searchText(index, q, shown);
  return {
    meanings: saidIn(q, then),
    before: before.map(found),
    after: wearing(then, now, () => searchText(index, q, shown)).map(found),
  };
}

// Nothing is awaited in between: no other search of this process sees it.
function wearing<T>(lines: string[], before: string[], ask: () => T): T {
  setExtraMeanings(lines);
  try {
    return ask();
  } finally {
    setExtraMeanings(before);
  }
}

function saidIn(q: string, own: string[]): GlossaryTrial["meanings"] {
  const isSaid = (line: string) => {
    const { byWord, phrases, parts } = meaningsOf(q, readGlossary(line));
    return byWord.size + phrases.length + parts.length > 0;
  };
  const of = (lines: string[], isOwn: boolean) =>
    lines.filter(isSaid).map((line) => ({ words: line.split(",").map((word) => word.trim()), own: isOwn }));
  return [...of(own, true), ...of(glossaryWords.split("\n"), false)].slice(0, 30);
}

const found = ({ path, title, heading, anchor }: SearchResult) => ({ path, title, heading, anchor });
