/** A file that may be imported, not yet read. */
export type SourceFile = {
  /** How reports name it. */
  name: string;
  /** Its place below the folder or archive that was given, `/` between the parts. */
  path: string;
  /** Bytes, as far as they are known without reading. */
  size: number;
  /** @throws an error whose message says what is wrong, for a person */
  read: () => Uint8Array;
};

export type Sources = { texts: SourceFile[]; others: Map<string, SourceFile>; refused: Refused[] };
export type Refused = { name: string; reason: string };

export const limits = {
  /** Files of one import. */
  files: 5_000,
  /** Bytes of one text, as the gate has it. */
  text: 512 * 1024,
  /** Bytes of one file beside a runbook, as the portal serves it. */
  other: 25_000_000,
  /** Bytes of an archive, and of all that is in it. */
  archive: 200_000_000,
};

export const isText = (name: string): boolean => /\.(?:md|mdx|markdown|mkd|mdown)$/i.test(name);

export type PathRefusal = "long-name" | "too-deep" | "leads-out" | "odd-name";

/** Why a file is not taken, in English. */
export const refusalWords = {
  "long-name": "its name is too long",
  "too-deep": "it lies more than 20 folders deep",
  "leads-out": "its path leads out of the folder",
  "odd-name": "its name holds control characters or back-slashes",
  symlink: "it is a symbolic link",
  encrypted: "it is encrypted; unpack it with its password first",
  system: "it is a file that a system keeps for itself",
  method: "it is packed in a way that is not read; pack it again as an ordinary zip",
} as const;

/** Why a path inside a folder or archive is not taken; null for one that is. */
export function refusalCodeOfPath(path: string): PathRefusal | null {
  const parts = path.split("/");
  if (path.length > 400 || parts.some((part) => part.length > 200)) return "long-name";
  if (parts.length > 20) return "too-deep";
  if (/^(?:[/\\]|[A-Za-z]:)/.test(path) || parts.includes("..")) return "leads-out";
  if (/[\p{Cc}\\]/u.test(path)) return "odd-name";
  return null;
}

/** The same in words. */
export function refusalOfPath(path: string): string | null {
  const code = refusalCodeOfPath(path);
  return code && refusalWords[code];
}

/** A kebab-case name of at most 80 characters made of any other; the fallback where nothing of it is left. */
export function kebabName(name: string, fallback: string): string {
  const plain = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 80)
    .replace(/^-+|-+$/g, "");
  return plain || fallback;
}
