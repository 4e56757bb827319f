import { createHash } from "node:crypto";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { runbookPolicy } from "../policy";
import { liveIndex, openIndex, wholeIndex } from "./live/adapter";
import { pack } from "./portable-index";
import type { Accept } from "./rank";
import { type SearchResult, search } from "./search";
import type { SearchIndex } from "./search-index";
import { sectionsIn } from "./section-store";

/** The packed library as JSON, and its entity tag (RFC 9110, 8.8.3). */
export type PackedIndex = { json: string; etag: string };
type Packed = PackedIndex & { index: SearchIndex; changes: number };

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bitacoraPackedIndex?: Packed };

/**
 * Searches the readable runbooks, as they are on disk now. Works without a database.
 * @param accept which of them may answer; all when it is left out
 */
export async function searchRunbooks(query: string, limit?: number, accept?: Accept): Promise<SearchResult[]> {
  return search(await searchIndex(), query, limit, accept);
}

/** The index of the library as it is now; while a large library is read for the first time, of what there is of it. */
export async function searchIndex(): Promise<SearchIndex> {
  return (await liveIndex()).index;
}

/** Runbooks that are not yet searched, because they are being read for the first time. */
export async function notYetSearched(): Promise<number> {
  return (await liveIndex()).missing;
}

/** Reads the saved index, and takes in what has changed since. */
export async function openSearch(): Promise<void> {
  await openIndex();
  await liveIndex();
}

/**
 * What a browser needs in order to search by itself.
 * @throws `unauthenticated` where runbooks are for members and the reader has not signed in
 */
export async function packedIndex({ actor }: Pick<Ctx, "actor">): Promise<PackedIndex> {
  authorize(runbookPolicy, "read", actor, env().READ_ACCESS);
  const index = await wholeIndex();
  const { changes } = index;
  const held = shared.bitacoraPackedIndex;
  if (held?.index === index && held.changes === changes) return held;
  const json = JSON.stringify(pack([...sectionsIn(index.sections)]));
  const packed = { json, etag: `"${createHash("sha256").update(json).digest("hex").slice(0, 32)}"` };
  shared.bitacoraPackedIndex = { ...packed, index, changes };
  return packed;
}
