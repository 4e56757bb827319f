import { createHash } from "node:crypto";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { type Library, library } from "../library/adapter";
import { isReadable } from "../library/runbook";
import { runbookPolicy } from "../policy";
import { pack } from "./portable-index";
import { type SearchResult, search } from "./search";
import { buildIndex, type IndexedSection, type SearchIndex } from "./search-index";

/** The packed library as JSON, and its entity tag (RFC 9110, 8.8.3). */
export type PackedIndex = { json: string; etag: string };

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & {
  bitacoraSearch?: { library: Library; index: SearchIndex; packed?: PackedIndex };
};

/** Searches all readable runbooks, as they are on disk now. Works without a database. */
export async function searchRunbooks(query: string, limit?: number): Promise<SearchResult[]> {
  return search(await searchIndex(), query, limit);
}

/** The index of the library as it is now, built again when a runbook has changed. */
export async function searchIndex(): Promise<SearchIndex> {
  const current = await library();
  if (shared.bitacoraSearch?.library !== current)
    shared.bitacoraSearch = { library: current, index: buildIndex(sectionsOf(current)) };
  return shared.bitacoraSearch.index;
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
  const json = JSON.stringify(pack(sections));
  const packed = { json, etag: `"${createHash("sha256").update(json).digest("hex").slice(0, 32)}"` };
  if (held && held.index.sections === sections) held.packed = packed;
  return packed;
}

function sectionsOf({ runbooks }: Library): IndexedSection[] {
  return [...runbooks.values()]
    .filter(isReadable)
    .flatMap(({ path, service, outline }) =>
      outline.sections.map((section) => ({ path, service, title: outline.frontMatter.title, section })),
    );
}
