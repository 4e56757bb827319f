"use client";
import { useEffect, useMemo, useRef } from "react";
import { scrollable } from "@/components/ui/scrollable";
import type { Proposal, Range } from "../../expectation";

/** Characters of a text that are put on screen around its first match. */
const longest = 20_000;

type MatchedOutputProps = {
  text: string;
  /** Where `text` begins in the text that the ranges count in. */
  from?: number;
  proposal: Proposal | null;
  label: string;
};

type Piece = { from: number; to: number; mark: "found" | "near" | null };

/** Output with what was found marked, and scrolled to: bold and underlined, not by colour alone. */
export function MatchedOutput({ text, from = 0, proposal, label }: MatchedOutputProps) {
  const box = useRef<HTMLElement>(null);
  const pieces = useMemo(() => piecesOf(text, from, proposal), [text, from, proposal]);
  const first = pieces.find(({ mark }) => mark !== null)?.from ?? null;
  useEffect(() => {
    const mark = first === null ? null : box.current?.querySelector<HTMLElement>("mark");
    // The box scrolls and the page stays where it is.
    if (box.current && mark) box.current.scrollTop = mark.offsetTop - 40;
  }, [first]);
  return (
    <section
      ref={box}
      {...scrollable}
      aria-label={label}
      className="relative max-h-56 overflow-auto rounded border border-line bg-surface px-3 py-2"
    >
      <pre className="font-mono text-sm whitespace-pre-wrap wrap-anywhere">
        {pieces.map(({ from: start, to, mark }) => {
          const part = text.slice(start, to);
          if (mark === null) return part;
          return (
            <mark
              key={start}
              className={
                mark === "found"
                  ? "bg-mark font-bold text-ink underline decoration-2 underline-offset-2"
                  : "bg-transparent text-ink underline decoration-warning decoration-dashed decoration-2 underline-offset-2"
              }
            >
              {part}
            </mark>
          );
        })}
      </pre>
    </section>
  );
}

/** The text in pieces, marked and not, in places of `text`. */
function piecesOf(text: string, offset: number, proposal: Proposal | null): Piece[] {
  const found = (proposal?.ranges ?? []).map((range) => ({ range, mark: "found" as const }));
  const near = (proposal?.missing ?? []).flatMap((one) =>
    one.near ? [{ range: one.near, mark: "near" as const }] : [],
  );
  const marks = [...found, ...near]
    .map(({ range: [from, to], mark }) => ({ range: [from - offset, to - offset] as Range, mark }))
    .filter(({ range: [from, to] }) => from >= 0 && to <= text.length && to > from)
    .sort((a, b) => a.range[0] - b.range[0]);
  const begin = Math.max(0, (marks[0]?.range[0] ?? 0) - longest / 2);
  const end = Math.min(text.length, begin + longest);
  const pieces: Piece[] = [];
  let at = begin;
  for (const { range, mark } of marks) {
    const [from, to] = [Math.max(at, range[0]), Math.min(end, range[1])];
    if (from >= to) continue;
    if (from > at) pieces.push({ from: at, to: from, mark: null });
    pieces.push({ from, to, mark });
    at = to;
  }
  if (at < end) pieces.push({ from: at, to: end, mark: null });
  return pieces;
}
