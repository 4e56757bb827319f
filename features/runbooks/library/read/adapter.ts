import { blobHash, type RunbookFile, readRunbookFile, versionOf } from "../../content/adapter";
import { outlineRunbook } from "../../pipeline/adapter";
import { keepLastGood, readLastGood } from "../last-good/adapter";
import { type Head, type Kept, keep } from "../packed/adapter";

/**
 * How a file was when it was read. One that changed only a moment before is not settled: it may change again within the same
 * tick of the file system's clock and look the same, so it is read again before its version is believed (as git does with
 * entries of its index that are as young as the index itself).
 */
export type Stamp = { version: string; changedAt: number; settled: boolean };

/** What reading a file came to: what is kept of it now, or that it says what it said. */
export type Reading = { stamp: Stamp; kept: Kept | "same" };

/** The coarsest clock of the file systems that are in use (FAT), in ms. */
export const tickMs = 2_000;

/** @param known what is kept of the file so far, so that the same text is not worked through again */
export async function readFile(root: string, file: RunbookFile, known: Head | null): Promise<Reading> {
  // Before the text, so that a change in between shows at the next look.
  const seen = versionOf(file.absolute) ?? file;
  const stamp = {
    version: seen.version,
    changedAt: seen.changedAt,
    // The file system's clock, not that of whoever asks.
    settled: Date.now() - seen.changedAt > tickMs,
  };
  const name = `${file.path}.${file.format}`;
  const read = readRunbookFile(root, file.absolute, name);
  const identity = { path: file.path, format: file.format, file: name };
  const blob = "source" in read ? blobHash(read.source) : JSON.stringify(read.problem);
  if (known?.file === name && (known.refused ?? known.blob) === blob) return { stamp, kept: "same" };
  if ("problem" in read) return { stamp, kept: await lastGood(identity, blob, [read.problem]) };
  const { source } = read;
  const { outline, problems } = await outlineRunbook({ ...identity, source });
  if (!outline) return { stamp, kept: await lastGood(identity, blob, problems) };
  await keepLastGood({ path: file.path, format: file.format, source });
  return { stamp, kept: keep({ ...identity, problems, stale: false, refused: null }, { source, blob, outline }) };
}

/** What is served of a file that was refused: the version that last passed, if there ever was one. */
async function lastGood(
  identity: Pick<Head, "path" | "format" | "file">,
  refused: string,
  problems: Head["problems"],
): Promise<Kept> {
  const good = await readLastGood(identity.path);
  const outline = good ? (await outlineRunbook({ ...identity, ...good })).outline : null;
  if (!good || !outline) return keep({ ...identity, problems, stale: false, refused }, null);
  const served = { source: good.source, blob: blobHash(good.source), outline };
  return keep({ ...identity, format: good.format, problems, stale: true, refused }, served);
}
