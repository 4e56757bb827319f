"use client";
import { useTranslations } from "next-intl";
import { scrollable } from "@/components/ui/scrollable";
import { type DifferenceLine, difference } from "@/features/runbooks/editor/difference";

const looks = {
  same: { sign: " ", line: "", piece: "" },
  added: { sign: "+", line: "bg-success-soft", piece: "bg-success/25 underline decoration-success" },
  removed: { sign: "−", line: "bg-danger-soft", piece: "bg-danger/20 line-through decoration-danger" },
} as const;

/** What changed between two short texts: signs, colour and marked words; lines wrap, so that a phone shows them whole. */
export function TextDifference({ before, after, label }: { before: string; after: string; label: string }) {
  const t = useTranslations("runs.adoption.line");
  const { hunks } = difference(before, after, 2);
  return (
    <section
      aria-label={label}
      {...scrollable}
      className="max-h-[50dvh] overflow-y-auto rounded border border-line bg-canvas font-mono text-sm"
    >
      {hunks.map((lines, index) => (
        <div key={index} className="border-b border-line last:border-0">
          {lines.map((line, at) => (
            <Line key={at} line={line} name={line.kind === "same" ? null : t(line.kind)} />
          ))}
        </div>
      ))}
    </section>
  );
}

function Line({ line, name }: { line: DifferenceLine; name: string | null }) {
  const look = looks[line.kind];
  return (
    <p className={`flex gap-2 px-2 ${look.line}`}>
      <span className="shrink-0 font-semibold select-none">
        <span aria-hidden>{look.sign}</span>
        {name && <span className="sr-only">{name}</span>}
      </span>
      <span className="min-w-0 flex-1 wrap-anywhere whitespace-pre-wrap">
        {line.pieces.map((piece, index) =>
          piece.changed ? (
            <span key={index} className={`rounded-sm ${look.piece}`}>
              {piece.text}
            </span>
          ) : (
            piece.text
          ),
        )}
      </span>
    </p>
  );
}
