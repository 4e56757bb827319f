import { scrollable } from "@/components/ui/scrollable";
import { type Pieces, WordPieces } from "./word-pieces";

/** Code as it is written: neither filled in nor to be copied; the words that the other text has not are marked. */
export function ComparedCode({ lang, text, pieces, side }: { lang?: string; text: string } & Partial<Pieces>) {
  return (
    <figure className="rounded border border-line bg-surface">
      <figcaption className="border-b border-line px-3 py-1 font-mono text-xs text-muted">{lang || "text"}</figcaption>
      <pre {...scrollable} className="overflow-x-auto px-3 py-2 text-sm leading-5">
        <code>{pieces && side ? <WordPieces pieces={pieces} side={side} /> : text}</code>
      </pre>
    </figure>
  );
}
