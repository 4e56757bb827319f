import { createHash } from "node:crypto";
import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { factsOf, traitsOf } from "../finding/facts";
import { type GlossaryOnDisk, glossary } from "../glossary/file/adapter";
import { type Library, library, libraryProgress } from "../library/adapter";
import { isReadable } from "../library/runbook";
import { runbookPolicy } from "../policy";
import { type Found, findIn } from "./find-in";
import { type FoundBytes, packFound, unpackFound } from "./found-bytes";
import { liveIndex, openIndex, threadsBeside } from "./live/adapter";
import { type PortableFacts, pack } from "./portable-index";
import { rememberedAnswers } from "./remembered";
import type { SearchResult } from "./search";
import type { SearchIndex } from "./search-index";
import { bytesIn, sectionsIn } from "./section-store";
import type { Accept } from "./standing";

/** The packed library as JSON, and its entity tag (RFC 9110, 8.8.3). */
export type PackedIndex = { json: string; etag: string };
type Packing = { index: SearchIndex; words: GlossaryOnDisk; library: Library };
type HeldPack = PackedIndex & Packing & { changes: number };

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & {
  bitacoraPackedIndex?: HeldPack;
  bitacoraFound?: ReturnType<typeof rememberedAnswers<FoundBytes>>;
};

/**
 * Searches the readable runbooks, as they are on disk now. Works without a database.
 * @param accept which of them may answer; all when it is left out
 */
export async function find(query: string, limit = 20, accept?: Accept): Promise<Found> {
  const index = await searchIndex();
  // What may answer is known to whoever asks, and may be different the next time.
  if (accept) return findIn(index, query, limit, accept);
  shared.bitacoraFound ??= rememberedAnswers();
  const words = await glossary();
  // As a hash: what was asked may have been pasted, and hold anything.
  const key = createHash("sha256").update(`${limit} ${query}`).digest("base64");
  const bytes = await shared.bitacoraFound([index, index.changes, words], key, () =>
    findBeside(index, words.lines, query, limit),
  );
  return unpackFound(bytes);
}

/** On another thread where there is one; if that ends meanwhile, here. */
async function findBeside(
  index: SearchIndex,
  lines: readonly string[],
  query: string,
  limit: number,
): Promise<FoundBytes> {
  const beside = threadsBeside()?.find(query, limit, lines);
  const found = await beside?.catch((error: unknown) => log.warn("a search is done again", { error }));
  return found ?? packFound(await findIn(index, query, limit));
}

/** The same, without the words. */
export const searchRunbooks = async (query: string, limit?: number, accept?: Accept): Promise<SearchResult[]> =>
  (await find(query, limit, accept)).results;

/** The index of the library as it is now; while a large library is read for the first time, of what there is of it. */
export async function searchIndex(): Promise<SearchIndex> {
  await glossary(); // whose words count from here on
  return (await liveIndex()).index;
}

/** Runbooks that are not yet searched as they are now, because they are still being read or taken in. */
export async function notYetSearched(): Promise<number> {
  const { index, missing } = await liveIndex();
  const progress = libraryProgress();
  return progress ? Math.max(missing, progress.total - index.sections.byPath.size) : missing;
}

/** Reads the saved index, and takes in what has changed since. */
export async function openSearch(): Promise<void> {
  await openIndex();
  await liveIndex();
}

/**
 * Bytes of sections, three quarters of them text, up to which a browser gets all of them: some 300 runbooks, a seventh of that over
 * the network.
 */
const mostWhole = 4_000_000;
/** Runbooks that a browser may have taken along. */
export const mostTaken = 120;

/**
 * What a browser needs in order to search by itself: all sections of a library that is small, of a larger one those of the
 * runbooks that it has taken along.
 * @throws `unauthenticated` where runbooks are for members and the reader has not signed in
 */
export async function packedIndex({ actor }: Pick<Ctx, "actor">, taken: readonly string[] = []): Promise<PackedIndex> {
  authorize(runbookPolicy, "read", actor, env().READ_ACCESS);
  const [index, words, current] = await Promise.all([searchIndex(), glossary(), library()]);
  const pack = { index, words, library: current };
  if (bytesIn(index.sections) > mostWhole) return packed(pack, taken.slice(0, mostTaken));
  const { changes } = index;
  const held = shared.bitacoraPackedIndex;
  if (held?.index === index && held.changes === changes && held.words === words && held.library === current)
    return held;
  shared.bitacoraPackedIndex = { ...packed(pack), ...pack, changes };
  return shared.bitacoraPackedIndex;
}

function packed({ index, words, library }: Packing, paths?: readonly string[]): PackedIndex {
  const { runbooks } = pack([...sectionsIn(index.sections, paths)], mostWhole);
  const told = runbooks.map((runbook) => ({ ...runbook, facts: portableFacts(library, runbook.path) }));
  const json = JSON.stringify({ runbooks: told, meanings: words.lines });
  return { json, etag: `"${createHash("sha256").update(json).digest("hex").slice(0, 32)}"` };
}

function portableFacts({ runbooks }: Library, path: string): PortableFacts | undefined {
  const runbook = runbooks.get(path);
  if (!runbook || !isReadable(runbook)) return undefined;
  const { lang, owner, criticality, reviewed, dueOn } = factsOf(runbook, new Date(0));
  const { severities } = traitsOf(runbook);
  const summary = runbook.outline.frontMatter.summary ?? "";
  return { lang, owner, criticality, reviewed, dueOn, severities, summary };
}
