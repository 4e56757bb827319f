import { publicCache, readerOf } from "./cache-names";
import { put } from "./store";

/** Pictures that a page of a runbook shows, at most, and their size in bytes. */
const most = { perPage: 12, bytes: 3_000_000, perCache: 200 };

/** A page that was kept: what it says, and the cache it is in. */
export type KeptPage = { html: string; cache: string };

/** Addresses of the files beside runbooks that a page shows, each once. */
export const filesOf = (html: string): string[] =>
  [...new Set([...html.matchAll(/<img\b[^>]*\ssrc="(\/runbook-files\/[^"?#]+)"/g)].map(([, src]) => src ?? ""))].slice(
    0,
    most.perPage,
  );

/** Keeps the pictures of a page beside it. */
export async function keepFiles({ html, cache }: KeptPage): Promise<void> {
  for (const file of filesOf(html)) {
    if (await caches.match(file, { cacheName: cache })) continue;
    const answer = await fetch(file, { credentials: cache === publicCache ? "omit" : "same-origin" }).catch(() => null);
    if (!answer?.ok || Number(answer.headers.get("content-length") ?? 0) > most.bytes) continue;
    await put(cache, file, answer);
  }
}

/** A file beside a runbook: from the network, else its copy. */
export async function answerFile(request: Request): Promise<Response> {
  const answer = await fetch(request).catch(() => null);
  if (answer && answer.status < 500) return answer;
  return (await caches.match(new URL(request.url).pathname)) ?? answer ?? Response.error();
}

/** Drops the oldest files of a cache that has too many. */
export async function tidyFiles(): Promise<void> {
  for (const name of await caches.keys()) {
    if (name !== publicCache && readerOf(name) === null) continue;
    const cache = await caches.open(name);
    const files = (await cache.keys()).filter(({ url }) => new URL(url).pathname.startsWith("/runbook-files/"));
    for (const file of files.slice(0, Math.max(0, files.length - most.perCache))) await cache.delete(file);
  }
}
