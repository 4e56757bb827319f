import { browserLimits, type Intake, refusalOfFile, refusedFile } from "../batch/intake";
import { isText } from "../sources/source-file";
import { readDirectory } from "../zip/directory";
import { isTooMuch, placeOfEntry, refusalOfEntry } from "../zip/entries";
import { unpackEntry } from "../zip/unpack-entry";

/** A file of the device, and its place in the folder that was chosen or dropped. */
export type Given = { place: string; file: File };

/** Told after each file: how many were read, of how many. */
type OnProgress = (read: number, all: number) => void;

/**
 * Reads the files that somebody gave, archives taken apart, one after the other. What is too large, too much or of
 * another kind is refused before it is read.
 */
export async function readFiles(given: Given[], onProgress: OnProgress): Promise<Intake[]> {
  const taken = new Taken();
  let all = given.length;
  let read = 0;
  for (const { place, file } of given) {
    if (/\.zip$/i.test(place)) {
      await readArchive(
        place,
        file,
        taken,
        (more) => {
          all += more;
          onProgress(read, all);
        },
        () => onProgress(++read, all),
      );
    } else await taken.add(place, file.size, async () => bytesOf(file));
    onProgress(++read, all);
  }
  return taken.files;
}

/** What was taken so far, within what one import may hold. */
class Taken {
  files: Intake[] = [];
  #bytes = 0;
  #count = 0;

  refuse(place: string, size: number, refusal: Intake["refusal"] & string): void {
    // What a system keeps for itself is said once for each, but not without end.
    if (this.files.length < browserLimits.files * 2) this.files.push(refusedFile(place, size, refusal));
  }

  async add(place: string, size: number, read: () => Promise<Intake["bytes"]>): Promise<void> {
    const refusal =
      refusalOfFile(place, size) ??
      (this.#count >= browserLimits.files ? "too-many" : null) ??
      (this.#bytes + size > browserLimits.bytes ? "too-much" : null);
    if (refusal) return this.refuse(place, size, refusal);
    this.#count += 1;
    this.#bytes += size;
    const bytes = await read().catch(() => null);
    if (!bytes) return this.refuse(place, size, "damaged-entry");
    this.files.push({ place, kind: isText(place) ? "text" : "file", size, bytes, refusal: null });
  }
}

async function readArchive(
  place: string,
  file: File,
  taken: Taken,
  onFound: (more: number) => void,
  onRead: () => void,
): Promise<void> {
  if (file.size > browserLimits.bytes) return taken.refuse(place, file.size, "too-large");
  const bytes = await bytesOf(file).catch(() => null);
  if (!bytes) return taken.refuse(place, file.size, "damaged");
  const directory = readDirectory(bytes, browserLimits.files);
  if ("fault" in directory) return taken.refuse(place, file.size, directory.fault);
  const entries = directory.entries.filter((entry) => !placeOfEntry(entry).endsWith("/"));
  if (isTooMuch(entries)) return taken.refuse(place, file.size, "too-much");
  const root = place.replace(/\.zip$/i, "");
  onFound(entries.length);
  for (const entry of entries) {
    const inside = placeOfEntry(entry);
    const refusal = refusalOfEntry(entry);
    if (refusal) taken.refuse(`${root}/${inside}`, entry.size, refusal);
    else await taken.add(`${root}/${inside}`, entry.size, async () => own(await unpackEntry(bytes, entry)));
    onRead();
  }
}

const bytesOf = async (file: File) => new Uint8Array(await file.arrayBuffer());
const own = (bytes: Uint8Array | null) => (bytes ? new Uint8Array(bytes) : null);

/** Files and folders that were dropped; folders are walked through. */
export async function droppedFiles(items: DataTransferItemList): Promise<Given[]> {
  // All entries at once: the list is empty as soon as something else was waited for.
  const entries = [...items].flatMap((item) => {
    const entry = item.kind === "file" ? item.webkitGetAsEntry() : null;
    return entry ? [entry] : [];
  });
  const found: Given[] = [];
  for (const entry of entries) await walk(entry, entry.name, found);
  return found;
}

async function walk(entry: FileSystemEntry, place: string, found: Given[]): Promise<void> {
  if (found.length > browserLimits.files * 2) return;
  if (isFile(entry)) {
    const file = await new Promise<File | null>((done) => entry.file(done, () => done(null)));
    if (file) found.push({ place, file });
  } else if (isFolder(entry)) {
    const reader = entry.createReader();
    const next = () => new Promise<FileSystemEntry[]>((done) => reader.readEntries(done, () => done([])));
    // A reader gives at most a hundred at a time.
    for (let some = await next(); some.length > 0; some = await next())
      for (const one of some) if (!one.name.startsWith(".")) await walk(one, `${place}/${one.name}`, found);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** Files that were chosen one by one, or with their folder. */
export const chosenFiles = (files: Iterable<File>): Given[] =>
  [...files]
    .filter((file) => !/(^|\/)\.|(^|\/)node_modules\//.test(file.webkitRelativePath))
    .map((file) => ({ place: file.webkitRelativePath || file.name, file }));
