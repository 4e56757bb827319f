import type { ReactNode } from "react";

// Overrides, embeddings and isolates (Unicode, UAX 9) can make a text read as another; the marks of Arabic and Hebrew stay.
const turning = /([\u202A-\u202E\u2066-\u2069])/;

/** Text as it is written; characters that turn the direction of writing around are shown by their number. */
export function plainWords(text: string): ReactNode {
  if (!turning.test(text)) return text;
  return text.split(turning).map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <code key={at} className="rounded border border-warning px-0.5 font-mono text-[0.8em] text-warning">
        U+{part.codePointAt(0)?.toString(16).toUpperCase()}
      </code>
    ),
  );
}
