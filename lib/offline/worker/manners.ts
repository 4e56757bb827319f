import { mannersCache } from "./cache-names";

/** How the reader likes pages, for those that the worker makes itself. */
export type Manners = { locale: "es" | "en"; theme: string; fonts: string };

const address = "/manners";

export async function keepManners(chosen: Manners): Promise<void> {
  await caches
    .open(mannersCache)
    .then((cache) => cache.put(address, Response.json(chosen)))
    .catch(() => undefined);
}

/** What was chosen last; the browser's language where nothing was. */
export async function manners(): Promise<Manners> {
  const kept = await caches.match(address, { cacheName: mannersCache });
  if (kept) return (await kept.json()) as Manners;
  return { locale: navigator.language.startsWith("en") ? "en" : "es", theme: "", fonts: "" };
}
