import { type FoundSecret, findSecrets } from "./find-secrets";
import { maskParts } from "./mask-secrets";

/** What a person cleared is remembered by what it is, so that it stays cleared while the text around it changes. */
export const clearedName = (text: string, { kind, from, to }: FoundSecret): string => `${kind}:${text.slice(from, to)}`;

export type OutgoingText = { text: string; cleared: Pick<FoundSecret, "kind" | "from" | "to">[] };

/**
 * The text that leaves the browser: everything that was found is masked but what the person cleared, which is named for the server
 * by its place in this text.
 */
export function outgoingText(text: string, cleared: ReadonlySet<string>): OutgoingText {
  let masked = text;
  // Masking may bring out what stood in the shadow of a longer match.
  for (let round = 0; round < 4; round++) {
    const secrets = findSecrets(masked).filter((part) => !cleared.has(clearedName(masked, part)));
    if (secrets.length === 0) break;
    masked = maskParts(masked, secrets);
  }
  const left = findSecrets(masked).filter(({ certain }) => certain);
  return { text: masked, cleared: left.map(({ kind, from, to }) => ({ kind, from, to })) };
}

/** A piece of a preview: text, a part that was found, or text left out. */
export type PreviewPiece = { from: number; to: number; part: FoundSecret | null; gap: boolean };

/** The text around what was found, without the long stretches in between. */
export function previewPieces(text: string, found: FoundSecret[], around = 160): PreviewPiece[] {
  const pieces: PreviewPiece[] = [];
  let at = 0;
  const plain = (from: number, to: number, gap = false) => {
    if (to > from) pieces.push({ from, to, part: null, gap });
  };
  for (const part of found) {
    if (part.from - at > around * 2) {
      plain(at, at === 0 ? 0 : at + around);
      plain(at === 0 ? 0 : at + around, part.from - around, true);
      plain(part.from - around, part.from);
    } else plain(at, part.from);
    pieces.push({ from: part.from, to: part.to, part, gap: false });
    at = part.to;
  }
  plain(at, Math.min(text.length, at + around));
  plain(at + around, text.length, true);
  return pieces;
}
