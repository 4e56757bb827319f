import { limits, type PathRefusal, refusalCodeOfPath } from "../sources/source-file";
import type { ZipEntry } from "./directory";

export type EntryRefusal = PathRefusal | "symlink" | "encrypted" | "system" | "method";

/** The place of an entry, as archivers of Windows and others write it. */
export const placeOfEntry = ({ name }: ZipEntry): string => name.replaceAll("\\", "/").replace(/^(?:\.\/)+/, "");

/** Files that a system puts into an archive for itself. */
const isSystem = (place: string) =>
  /(^|\/)(__MACOSX|\.git|\.svn|node_modules)\/|(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*)$/i.test(place);

/** Why a file of an archive is not taken; null for one that is. */
export function refusalOfEntry(entry: ZipEntry): EntryRefusal | null {
  const place = placeOfEntry(entry);
  if (isSystem(place)) return "system";
  if (entry.isLink) return "symlink";
  if (entry.encrypted) return "encrypted";
  if (entry.method !== 0 && entry.method !== 8) return "method";
  return refusalCodeOfPath(place);
}

/** Whether all of it would be more than an import takes. */
export const isTooMuch = (entries: ZipEntry[]): boolean =>
  entries.reduce((sum, { size }) => sum + size, 0) > limits.archive;
