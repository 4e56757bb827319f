import { privateCache } from "./cache-names";
import type { KeptState } from "./messages";
import { currentReader, put } from "./store";

const address = (name: string) => `/kept-state/${name}`;

/** Keeps what a live page shows now, for when it is opened without network. Only for whoever is signed in. */
export async function keepState(reader: string, name: string, state: unknown): Promise<void> {
  if ((await currentReader()) !== reader) return; // a tab that outlived its session
  const kept: KeptState = { at: new Date().toISOString(), state };
  await put(privateCache(reader), address(name), Response.json(kept));
}

/** What the page of that name showed last, and when; null when that is not kept. */
export async function readState(name: string): Promise<KeptState | null> {
  const reader = await currentReader();
  if (reader === null) return null;
  const kept = await caches.match(address(name), { cacheName: privateCache(reader) });
  return kept ? ((await kept.json()) as KeptState) : null;
}
