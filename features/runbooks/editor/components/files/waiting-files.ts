import { type DBSchema, type IDBPDatabase, openDB } from "idb";

/** A file that is in the text but not on the server yet. */
export type WaitingFile = { id: string; person: string; path: string; name: string; file: Blob };

interface Files extends DBSchema {
  files: { key: string; value: WaitingFile };
}

let opened: Promise<IDBPDatabase<Files>> | null = null;
const database = () => {
  opened ??= openDB<Files>("bitacora-draft-files", 1, {
    upgrade: (fresh) => {
      fresh.createObjectStore("files", { keyPath: "id" });
    },
  });
  return opened;
};

/** Files of a person's draft that this browser kept; none where it keeps nothing. */
export async function waitingFiles(person: string, path: string): Promise<WaitingFile[]> {
  const all = await database()
    .then((db) => db.getAll("files"))
    .catch(() => []);
  return all.filter((one) => one.person === person && one.path === path);
}

/** Keeps a file over a reload; where the browser keeps nothing it lives as long as the page. */
export const keepWaiting = (file: WaitingFile): Promise<void> =>
  database()
    .then(async (db) => {
      await db.put("files", file);
    })
    .catch(() => {});

export const dropWaiting = (id: string): Promise<void> =>
  database()
    .then((db) => db.delete("files", id))
    .catch(() => {});
