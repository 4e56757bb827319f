import type { ContentFile } from "./content-file";

export type Signature = { name: string; email: string };

/** One text to be committed in the place of another. */
export type CommitRequest = {
  file: ContentFile;
  text: string;
  /** Blob at HEAD that `text` was made from; null for a new file. */
  base: string | null;
  /** Blob of changes made by hand in the working tree that the author has seen and takes over. */
  adopted: string | null;
  message: string;
  author: Signature;
  at: Date;
};

export type CommitResult =
  /** `followed`: working tree and index show it too; otherwise the next publish or start sees to it. */
  | { outcome: "committed"; commit: string; blob: string; followed: boolean }
  /** HEAD holds this very text already. */
  | { outcome: "unchanged"; commit: string; blob: string }
  /** HEAD holds another text than `base`. */
  | { outcome: "stale"; head: string | null }
  /** Somebody changed the file in the working tree by hand and did not commit it. */
  | { outcome: "by-hand"; head: string | null; disk: string | null };

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
