export type Signature = { name: string; email: string };

/** What one file is to become. */
export type FileChange = {
  /** Path below the content folder, e.g. `runbooks/api/emergencias.mdx` or `runbooks/api/diagrama.png`. */
  file: string;
  /** Null removes it. */
  content: string | Uint8Array | null;
  /** Blob at HEAD that `content` was made from; null for a new file. */
  base: string | null;
  /** Blob of changes made by hand in the working tree that the author has seen and takes over. */
  adopted: string | null;
};

/** Files to be committed together, each in the place of what it was made from: all of them or none. */
export type CommitRequest = {
  /** Every file once. */
  changes: FileChange[];
  message: string;
  author: Signature;
  at: Date;
};

export type CommitResult =
  /**
   * `blobs`: in the order of the changes, null where one was removed. `followed`: working tree and index show it too;
   * otherwise the next publish or start sees to it.
   */
  | { outcome: "committed"; commit: string; blobs: (string | null)[]; followed: boolean }
  /** HEAD holds exactly this already. */
  | { outcome: "unchanged"; commit: string }
  /** HEAD holds something else than `base`. */
  | { outcome: "stale"; file: string; head: string | null }
  /** Somebody changed the file in the working tree by hand and did not commit it. */
  | { outcome: "by-hand"; file: string; head: string | null; disk: string | null };

export const portal: Signature = { name: "Bitácora", email: "bitacora@localhost" };

/** A name or address as git takes it: `<`, `>` and control characters end or break its header lines. */
export function cleanSignature({ name, email }: Signature): Signature {
  const clean = (text: string) =>
    text
      .replace(/[<>\p{Cc}]+/gu, " ")
      .replace(/\s+/g, " ")
      .replace(/^[\s.,:;"'\\]+|[\s.,:;"'\\]+$/g, "");
  return { name: clean(name) || clean(email) || portal.name, email: clean(email).replaceAll(" ", "") || portal.email };
}

/** A commit message: no NUL, no other control characters than line feeds and tabs, no blank ends. */
export const cleanMessage = (message: string): string =>
  message
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "")
    .trim();
