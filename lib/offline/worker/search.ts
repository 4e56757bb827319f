import { privateCache, publicCache } from "./cache-names";
import type { Answered, MakeFinder } from "./finder";
import { currentReader, listKept, put, session } from "./store";
import { indexAddress } from "./taken";

const address = "/api/v1/search-index";
let known: { etag: string; find: ReturnType<MakeFinder> } | null = null;

/**
 * Brings the index up to date, and keeps it where it belongs.
 * @returns whether anybody may read it
 */
export async function keepIndex(): Promise<boolean> {
  if (await keepIndexFor(publicCache, "omit")) return true;
  const reader = await currentReader();
  if (reader !== null) await keepIndexFor(privateCache(reader), "same-origin");
  return false;
}

async function keepIndexFor(cache: string, credentials: RequestCredentials): Promise<boolean> {
  const before = await (await caches.open(cache)).match(address);
  const since = session();
  const headers: HeadersInit = before ? { "if-none-match": before.headers.get("etag") ?? "" } : {};
  const answer = await fetch(indexAddress(address, await listKept()), { credentials, headers, cache: "no-store" });
  if (answer.status === 304) return true;
  if (!answer.ok || since !== session()) return false;
  await put(cache, address, answer);
  return true;
}

/** Answers a query from the kept index; null when there is none. */
export async function find(query: string, limit: number, make: MakeFinder): Promise<Answered | null> {
  const reader = await currentReader();
  const names = reader === null ? [publicCache] : [publicCache, privateCache(reader)];
  for (const name of names) {
    const kept = await caches.match(address, { cacheName: name });
    if (!kept) continue;
    const etag = kept.headers.get("etag") ?? "";
    if (known?.etag !== etag) known = { etag, find: make(await kept.json()) };
    return known.find(query, limit);
  }
  return null;
}

/** The API's search: the portal's answer, else one from the kept index. */
export async function answerSearch(request: Request, make: MakeFinder): Promise<Response> {
  const answer = await fetch(request).catch(() => null);
  if (answer && answer.status < 500) return answer;
  const { searchParams } = new URL(request.url);
  const limit = Math.min(Math.max(Number(searchParams.get("limit")) || 20, 1), 100);
  const answered = await find((searchParams.get("q") ?? "").trim().slice(0, 4_000), limit, make);
  return answered
    ? Response.json(answered, { headers: { "cache-control": "no-store" } })
    : (answer ?? Response.error());
}
