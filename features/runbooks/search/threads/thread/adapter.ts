// What a search thread runs (../adapter.ts): an index of its own, of which the large parts lie in memory that all threads share.
import { parentPort } from "node:worker_threads";
import { findIn } from "../../find-in";
import { packFound } from "../../found-bytes";
import { setExtraMeanings } from "../../glossary";
import { decodeIndex } from "../../index-file";
import { removeRunbook, replaceRunbook, type SearchIndex } from "../../search-index";
import type { Said, Told } from "../told";

/** Says something, and gives away what it consists of. */
type Say = (said: Said, ...given: ArrayBuffer[]) => void;

let index: SearchIndex | null = null;

function take(told: Told, say: Say): void {
  if (told.kind === "meanings") setExtraMeanings(told.lines);
  else if (told.kind === "open") {
    index = decodeIndex(told.bytes, told.madeBy);
    if (index) say({ kind: "opened", opening: told.opening });
  } else if (!index) return;
  else if (told.kind === "put") replaceRunbook(index, told.entry, told.sections);
  else if (told.kind === "remove") removeRunbook(index, told.path);
  else void answer(index, told, say);
}

async function answer(of: SearchIndex, { id, query, limit }: Told & { kind: "find" }, say: Say) {
  try {
    const found = packFound(await findIn(of, query, limit));
    say({ kind: "found", id, found }, found.buffer);
  } catch (error) {
    say({ kind: "failed", id, why: error instanceof Error ? error.message : String(error) });
  }
}

if (parentPort) {
  const port = parentPort;
  port.on("message", (told: Told) => take(told, (said, ...given) => port.postMessage(said, given)));
}
