import { createHash } from "node:crypto";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import type { RunbookPath } from "../artifact";
import { type Library, library } from "../library/adapter";
import { isReadable } from "../library/runbook";
import type { Outline } from "../pipeline/build-outline";
import { runbookPolicy } from "../policy";
import { pack } from "./portable-index";
import type { Accept } from "./rank";
import { type SearchResult, search } from "./search";
import {
  buildIndex,
  type IndexedSection,
  isWorn,
  removeRunbook,
  replaceRunbook,
  type SearchIndex,
} from "./search-index";

/** The packed library as JSON, and its entity tag (RFC 9110, 8.8.3). */
export type PackedIndex = { json: string; etag: string };

/** The index, with what it was made of: an outline lives as long as its runbook is unchanged. */
type Held = { library: Library; outlines: Map<RunbookPath, Outline>; index: SearchIndex; packed?: PackedIndex };

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bitacoraSearch?: Held };

/**
 * Searches the readable runbooks, as they are on disk now. Works without a database.
 * @param accept which of them may answer; all when it is left out
 */
export async function searchRunbooks(query: string, limit?: number, accept?: Accept): Promise<SearchResult[]> {
  return search(await searchIndex(), query, limit, accept);
}

/** The index of the library as it is now. A change costs what the runbooks that changed cost, not what there are. */
export async function searchIndex(): Promise<SearchIndex> {
  const current = await library();
  const held = shared.bitacoraSearch;
  if (held?.library === current) return held.index;
  const outlines = new Map([...current.runbooks.values()].filter(isReadable).map((one) => [one.path, one.outline]));
  const index =
    held && !isWorn(held.index) ? updated(held, outlines) : buildIndex([...outlines.values()].flatMap(sectionsOf));
  shared.bitacoraSearch = { library: current, outlines, index };
  return index;
}

function updated({ index, outlines: before }: Held, outlines: Held["outlines"]): SearchIndex {
  for (const path of before.keys()) if (!outlines.has(path)) removeRunbook(index, path);
  for (const [path, outline] of outlines) {
    if (before.get(path) !== outline) replaceRunbook(index, path, sectionsOf(outline));
  }
  return index;
}

/**
 * What a browser needs in order to search by itself.
 * @throws `unauthenticated` where runbooks are for members and the reader has not signed in
 */
export async function packedIndex({ actor }: Pick<Ctx, "actor">): Promise<PackedIndex> {
  authorize(runbookPolicy, "read", actor, env().READ_ACCESS);
  const { sections } = await searchIndex();
  const held = shared.bitacoraSearch;
  if (held?.packed) return held.packed;
  const json = JSON.stringify(pack(sections.filter((entry) => entry !== undefined)));
  const packed = { json, etag: `"${createHash("sha256").update(json).digest("hex").slice(0, 32)}"` };
  if (held && held === shared.bitacoraSearch) held.packed = packed;
  return packed;
}

const sectionsOf = ({ path, frontMatter, sections }: Outline): IndexedSection[] =>
  sections.map((section) => ({ path, service: frontMatter.service, title: frontMatter.title, section }));
