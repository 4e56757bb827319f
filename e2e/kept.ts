import type { BrowserContext, Page } from "@playwright/test";
import { expect } from "./fixtures";

/** Waits until the worker of this page has a copy of `path`. */
export async function untilKept(page: Page, path: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(async (name) => (await caches.match(name)) !== undefined, path), { timeout: 30_000 })
    .toBe(true);
}

/** Names of the caches of this origin. */
export const cacheNames = (page: Page): Promise<string[]> => page.evaluate(() => caches.keys());

/** All that this origin keeps in caches, databases and storage, as text. */
export const keptText = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const found: string[] = [JSON.stringify({ ...localStorage }), JSON.stringify({ ...sessionStorage })];
    for (const name of await caches.keys()) {
      if (name.startsWith("bitacora-assets-")) continue;
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        found.push(name, request.url, (await (await cache.match(request))?.text()) ?? "");
    }
    for (const { name = "" } of await indexedDB.databases()) {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const store of db.objectStoreNames) {
        const all = db.transaction(store).objectStore(store).getAll();
        await new Promise((resolve) => all.addEventListener("success", resolve));
        found.push(name, store, JSON.stringify(all.result));
      }
      db.close();
    }
    return found.join("\n");
  });

/** A tab of its own at `path`. */
export async function newTab(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

/** What a copy says of itself. */
export const strip = (page: Page) => page.getByRole("status").filter({ hasText: /copia de|copy of/i });
