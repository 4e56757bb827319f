import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { OutboxItem } from "./outbox-item";

type New = Omit<OutboxItem, "position">;

/** Where writes are kept until they are confirmed. */
export type OutboxStore = {
  /** `browser`: they survive this page. `page`: this browser keeps nothing, or has no room left. */
  kept: () => "browser" | "page";
  /** All of a person's, by position. */
  all: (person: string) => Promise<OutboxItem[]>;
  /** Puts it last. An id that is there already is that item. */
  add: (item: New) => Promise<void>;
  /** Changes it, its id too, if it is still there. */
  change: (id: string, change: Partial<OutboxItem>) => Promise<void>;
  remove: (id: string) => Promise<void>;
};

interface Schema extends DBSchema {
  requests: { key: number; value: OutboxItem; indexes: { id: string; person: string } };
}

/** In memory, for as long as the page is open. Also what tests use. */
export function pageStore(): OutboxStore {
  const items = new Map<string, OutboxItem>();
  let last = 0;
  return {
    kept: () => "page",
    all: async (person) => [...items.values()].filter((item) => item.person === person).sort(byPosition),
    add: async (item) => {
      last += 1;
      // Behind all that the browser's own store has numbered.
      if (!items.has(item.id)) items.set(item.id, { ...item, position: 2 ** 50 + last });
    },
    change: async (id, change) => {
      const item = items.get(id);
      if (!item) return;
      items.delete(id);
      items.set(change.id ?? id, { ...item, ...change });
    },
    remove: async (id) => void items.delete(id),
  };
}

const byPosition = (a: OutboxItem, b: OutboxItem) => a.position - b.position;

/** The browser's database. What it has no room for stays on the page, and `kept` says so. */
export function browserStore(name = "bitacora-outbox"): OutboxStore {
  const page = pageStore();
  let kept: "browser" | "page" = "browser";
  const opened = open(name).catch(() => {
    kept = "page";
    return null;
  });
  return {
    kept: () => kept,
    async all(person) {
      const stored = (await (await opened)?.getAllFromIndex("requests", "person", person)) ?? [];
      return [...stored, ...(await page.all(person))].sort(byPosition);
    },
    async add(item) {
      try {
        const tx = (await opened)?.transaction("requests", "readwrite", { durability: "strict" });
        if (!tx) return await page.add(item);
        // The position is made by the database: the order of all tabs.
        if ((await tx.store.index("id").getKey(item.id)) === undefined) await tx.store.add(item as OutboxItem);
        await tx.done;
        kept = "browser";
      } catch {
        kept = "page";
        await page.add(item);
      }
    },
    async change(id, change) {
      await page.change(id, change);
      const tx = (await opened)?.transaction("requests", "readwrite");
      const item = await tx?.store.index("id").get(id);
      if (item) await tx?.store.put({ ...item, ...change });
      await tx?.done;
    },
    async remove(id) {
      await page.remove(id);
      const tx = (await opened)?.transaction("requests", "readwrite", { durability: "strict" });
      const key = await tx?.store.index("id").getKey(id);
      if (key !== undefined) await tx?.store.delete(key);
      await tx?.done;
    },
  };
}

const open = async (name: string): Promise<IDBPDatabase<Schema>> =>
  openDB<Schema>(name, 1, {
    upgrade(db) {
      const store = db.createObjectStore("requests", { keyPath: "position", autoIncrement: true });
      store.createIndex("id", "id", { unique: true });
      store.createIndex("person", "person");
    },
  });
