type Entry<T> = { value: T; bytes: number; used: boolean };

/**
 * Keeps values up to so many bytes. What was not asked for since it was last looked at goes first (second chance), so that
 * somebody who walks through a whole library does not push out what everybody reads.
 */
export type Shelf<T> = {
  get: (key: string) => T | undefined;
  put: (key: string, value: T, bytes: number) => void;
  drop: (key: string) => void;
  /** How much is kept now. */
  size: () => { entries: number; bytes: number };
};

/** @param room bytes that may be kept */
export function shelf<T>(room: number): Shelf<T> {
  const entries = new Map<string, Entry<T>>();
  let bytes = 0;
  const drop = (key: string) => {
    const entry = entries.get(key);
    if (!entry) return;
    entries.delete(key);
    bytes -= entry.bytes;
  };
  function makeRoom(size: number) {
    for (const [key, entry] of entries) {
      if (bytes + size <= room) return;
      entries.delete(key);
      if (entry.used) entries.set(key, { ...entry, used: false });
      else bytes -= entry.bytes;
    }
  }
  return {
    get(key) {
      const entry = entries.get(key);
      if (!entry) return undefined;
      entry.used = true;
      return entry.value;
    },
    put(key, value, size) {
      drop(key);
      if (size > room) return;
      makeRoom(size);
      entries.set(key, { value, bytes: size, used: false });
      bytes += size;
    },
    drop,
    size: () => ({ entries: entries.size, bytes }),
  };
}
