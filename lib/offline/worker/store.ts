import { fetchAssetsOf } from "./assets";
import { buildOf, isOurs, privateCache, publicCache, readerOf } from "./cache-names";
import { headersOfCopy, type Kept, keptOf } from "./kept";
import { surplus } from "./limits";
import { markOf } from "./page-mark";

// Counts the times that a session ended: what was asked for in its name and arrives later is not kept.
let sessions = 0;
export const session = (): number => sessions;

/** Who is signed in on this device, as far as the worker knows: whoever has a private cache. */
export async function currentReader(): Promise<string | null> {
  for (const name of await caches.keys()) {
    const reader = readerOf(name);
    if (reader !== null) return reader;
  }
  return null;
}

/** Takes note of who reads: what is kept of others goes, and what is fetched from now on is theirs. */
export async function greet(reader: string): Promise<void> {
  await forgetOthers(reader);
  await caches.open(privateCache(reader));
}

/** Removes every private copy but the reader's own; all of them when nobody is signed in. */
export async function forgetOthers(reader: string | null): Promise<void> {
  for (const name of await caches.keys()) {
    const owner = readerOf(name);
    if (owner === null || owner === reader) continue;
    sessions += 1;
    await caches.delete(name);
  }
}

/** Removes everything that the worker ever kept. */
export async function forgetDevice(): Promise<void> {
  sessions += 1;
  for (const name of await caches.keys()) if (isOurs(name)) await caches.delete(name);
}

/**
 * Keeps a page where it belongs by what it says of itself: with its reader's copies, or with the public ones. A page for
 * somebody else than before ends what was kept for them. Never fails: a device without room keeps less.
 * @param since `session()` from before the page was asked for
 * @returns the text, and the cache it went to; null when it is not to be kept
 */
export async function keepPage(
  path: string,
  answer: Response,
  since: number,
): Promise<{ html: string; cache: string } | null> {
  const html = await answer.text();
  const { reader, build, title } = markOf(html, answer.headers);
  if (build === null || since !== sessions) return null;
  await fetchAssetsOf(html, build);
  if (since !== sessions) return null;
  const bytes = new Blob([html]).size;
  const headers = headersOfCopy(answer.headers, { at: new Date().toISOString(), build, bytes, title });
  const cache = reader === null ? publicCache : privateCache(reader);
  await put(cache, path, new Response(html, { headers }));
  return { html, cache };
}

/** Puts an answer into a cache, making room once if there is none. */
export async function put(cacheName: string, path: string, answer: Response): Promise<void> {
  const spare = answer.clone();
  try {
    await (await caches.open(cacheName)).put(path, answer);
  } catch {
    const copies = await listKept().catch(() => []);
    await drop(copies.toSorted((a, b) => a.at.localeCompare(b.at)).slice(0, Math.ceil(copies.length / 3)));
    await caches
      .open(cacheName)
      .then((cache) => cache.put(path, spare))
      .catch(() => undefined);
  }
}

/** The copy of a page for whoever is signed in: their own, unless the public one is newer by more than an hour. */
export async function findCopy(path: string): Promise<{ answer: Response; kept: Kept } | null> {
  const reader = await currentReader();
  const own = reader === null ? null : await copyIn(privateCache(reader), path);
  const shared = await copyIn(publicCache, path);
  const ahead = own && shared ? Date.parse(shared.kept.at) - Date.parse(own.kept.at) : 0;
  return own && ahead < 3_600_000 ? own : (shared ?? own);
}

async function copyIn(cacheName: string, path: string) {
  const answer = await caches.match(path, { cacheName });
  return answer ? { answer, kept: keptOf(path, answer.headers, cacheName !== publicCache) } : null;
}

/** Forgets one page: it is gone, or not to be seen any more. */
export async function dropPage(path: string): Promise<void> {
  for (const name of await caches.keys()) {
    if (name === publicCache || readerOf(name) !== null) await (await caches.open(name)).delete(path);
  }
}

/** All pages kept for whoever is signed in, and the public ones. */
export async function listKept(): Promise<Kept[]> {
  const found: Kept[] = [];
  for (const name of await caches.keys()) {
    const personal = readerOf(name) !== null;
    if (!personal && name !== publicCache) continue;
    const cache = await caches.open(name);
    for (const request of await cache.keys()) {
      const answer = await cache.match(request);
      if (!answer?.headers.get("content-type")?.startsWith("text/html")) continue;
      found.push(keptOf(new URL(request.url).pathname, answer.headers, personal));
    }
  }
  return found;
}

async function drop(copies: Kept[]): Promise<void> {
  const reader = await currentReader();
  for (const { path, personal } of copies) {
    const name = personal ? (reader === null ? null : privateCache(reader)) : publicCache;
    if (name !== null) await (await caches.open(name)).delete(path);
  }
}

/** Keeps within the limits. */
export async function tidy(): Promise<void> {
  const copies = await listKept();
  const gone = surplus(copies, new Date());
  await drop(gone);
  const isPersonal = ({ personal }: Kept) => personal;
  // With its last page goes all that was its reader's.
  if (gone.some(isPersonal) && !copies.some((copy) => copy.personal && !gone.includes(copy))) await forgetOthers(null);
}

/**
 * Drops the assets of builds that no copy needs any more. Only a worker that takes over may: to one that is about to be replaced
 * the assets of its successor are those of a build without copies.
 */
export async function dropOldAssets(build: string): Promise<void> {
  const needed = new Set([build, ...(await listKept()).map((copy) => copy.build)]);
  for (const name of await caches.keys()) {
    const owner = buildOf(name);
    if (owner !== null && !needed.has(owner)) await caches.delete(name);
  }
}
