import { git, type Repository } from "../../git/adapter";
import { type Blame, parseBlame } from "./porcelain";

// By blob and name: what came before a text does not change. On globalThis, because Next loads modules several times.
const shared = globalThis as typeof globalThis & { bitacoraBlame?: Map<string, Promise<Blame>> };
const maxKept = 100;

/**
 * The last commit of each line of a file at HEAD; lines that only moved or changed in white space keep theirs.
 * @param stored the file below the content folder, and its blob at HEAD
 */
export function blameOf(repository: Repository, stored: { file: string; blob: string }): Promise<Blame> {
  shared.bitacoraBlame ??= new Map();
  const kept = shared.bitacoraBlame;
  const key = `${repository.root}\n${stored.file}\n${stored.blob}`;
  const ready = kept.get(key);
  if (ready) return ready;
  const made = readBlame(repository, stored.file);
  kept.set(key, made);
  made.catch(() => kept.delete(key));
  const oldest = kept.size > maxKept ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  return made;
}

async function readBlame({ root, prefix }: Repository, file: string): Promise<Blame> {
  return parseBlame(await git(["blame", "--porcelain", "-w", "-M", "HEAD", "--", prefix + file], { cwd: root }));
}
