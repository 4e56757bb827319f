import { randomUUID } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { setImmediate as rest } from "node:timers/promises";
import { dataPath } from "@/lib/env";
import { log } from "@/lib/log";

/** A file that is being made, or was: read from its start while it grows. */
type Making = {
  /** Where it is once it is whole. */
  file: string;
  /** Where it grows. */
  part: string;
  size: number;
  state: "making" | "made" | "failed";
  changed: Set<() => void>;
};
type State = { making: Map<string, Making>; last: Promise<void> };

// On globalThis, because Next loads this module more than once in a process.
const shared = globalThis as typeof globalThis & { bitacoraExports?: State };
const kept = 6;
const chunkBytes = 64 * 1024;

const folder = () => dataPath("cache", "exports");

/**
 * A file made of pieces, once for all who ask for it, and kept until others have taken its place. One is made at a time, and
 * requests come in between two pieces; a slow or departed reader holds nothing up.
 * @param key names what is in it, e.g. a hash: the same key, the same file
 */
export async function madeOnce(key: string, pieces: () => AsyncIterable<string>): Promise<AsyncGenerator<Uint8Array>> {
  shared.bitacoraExports ??= { making: new Map(), last: Promise.resolve() };
  const state = shared.bitacoraExports;
  const current = state.making.get(key);
  if (current) return follow(current);
  const file = path.join(folder(), key);
  const ready = await stat(file).catch(() => null);
  if (ready) return follow({ file, part: file, size: ready.size, state: "made", changed: new Set() });
  const making: Making = {
    file,
    part: `${file}.${randomUUID()}.part`,
    size: 0,
    state: "making",
    changed: new Set(),
  };
  state.making.set(key, making);
  const turn = state.last.then(() => make(making, pieces));
  state.last = turn.finally(() => state.making.delete(key));
  return follow(making);
}

async function make(making: Making, pieces: () => AsyncIterable<string>): Promise<void> {
  try {
    await mkdir(folder(), { recursive: true });
    const handle = await open(making.part, "w");
    try {
      for await (const piece of pieces()) {
        making.size += (await handle.write(piece)).bytesWritten;
        tell(making);
        await rest();
      }
    } finally {
      await handle.close();
    }
    await rename(making.part, making.file);
    making.state = "made";
    await forgetOld();
  } catch (error) {
    log.error("an export could not be made", { error });
    making.state = "failed";
    await rm(making.part, { force: true }).catch(() => {});
  } finally {
    tell(making);
  }
}

function tell({ changed }: Making): void {
  for (const wake of changed) wake();
  changed.clear();
}

async function* follow(making: Making): AsyncGenerator<Uint8Array> {
  while (making.size === 0 && stateNow(making) === "making") await change(making);
  if (stateNow(making) === "failed") throw new Error("the export could not be made");
  // It takes its name when it is whole, which may be now.
  const handle = await open(making.part, "r").catch(() => open(making.file, "r"));
  try {
    for (let at = 0; ; ) {
      const { bytesRead, buffer } = await handle.read(Buffer.alloc(chunkBytes), 0, chunkBytes, at);
      at += bytesRead;
      if (bytesRead > 0) yield buffer.subarray(0, bytesRead);
      else if (stateNow(making) === "failed") throw new Error("the export could not be made");
      else if (at >= making.size && stateNow(making) === "made") return;
      else if (at >= making.size) await change(making);
    }
  } finally {
    await handle.close();
  }
}

// It changes while somebody waits, which no type can tell.
const stateNow = ({ state }: Making): Making["state"] => state;
const change = ({ changed }: Making) => new Promise<void>((resolve) => changed.add(resolve));

/** The newest stay, and whatever a process that was killed left half-made goes after a day. */
async function forgetOld(): Promise<void> {
  const files = await Promise.all(
    (await readdir(folder())).map(async (name) => {
      const file = path.join(folder(), name);
      return { file, at: (await stat(file).catch(() => null))?.mtimeMs ?? 0 };
    }),
  );
  const parts = files.filter(({ file }) => file.endsWith(".part"));
  const whole = files.filter(({ file }) => !file.endsWith(".part")).toSorted((a, b) => b.at - a.at);
  const newest = whole[0]?.at ?? 0;
  const gone = [...whole.slice(kept), ...parts.filter(({ at }) => newest - at > 86_400_000)];
  await Promise.all(gone.map(({ file }) => rm(file, { force: true })));
}
