"use client";
import { useTranslations } from "next-intl";
import { memo, type Ref } from "react";
import { classes } from "@/components/ui/classes";
import { scrollable } from "@/components/ui/scrollable";

export type Mark = { id: string; label: string; taken: boolean };

type Props = {
  ref: Ref<HTMLElement>;
  text: string;
  /** What is proposed on each line. */
  marks: ReadonlyMap<number, Mark[]>;
  missing: ReadonlySet<number>;
  selected: string | null;
  onSelect: (id: string) => void;
};

/** The imported text as it is, by lines, with what is proposed and what is missing marked. */
export function SourcePane({ ref, text, marks, missing, selected, onSelect }: Props) {
  const t = useTranslations("runbookImport.review");
  return (
    <section
      ref={ref}
      aria-label={t("source")}
      {...scrollable}
      className="relative h-full overflow-auto rounded border border-line bg-surface py-2 font-mono text-sm leading-6"
    >
      {text.split("\n").map((line, index) => (
        <Line
          key={index}
          number={index + 1}
          text={line}
          marks={marks.get(index + 1)}
          missing={missing.has(index + 1)}
          selected={selected !== null && (marks.get(index + 1)?.some(({ id }) => id === selected) ?? false)}
          onSelect={onSelect}
          missingLabel={t("missingHere")}
        />
      ))}
    </section>
  );
}

type LineProps = {
  number: number;
  text: string;
  marks: Mark[] | undefined;
  missing: boolean;
  selected: boolean;
  missingLabel: string;
  onSelect: (id: string) => void;
};

const Line = memo(function Line({ number, text, marks, missing, selected, missingLabel, onSelect }: LineProps) {
  return (
    <div
      data-line={number}
      className={classes(
        "flex gap-3 border-l-2 pr-3",
        selected ? "border-accent bg-accent-soft" : missing ? "border-danger bg-danger-soft" : "border-transparent",
      )}
    >
      <span className="w-11 shrink-0 text-right text-muted select-none">{number}</span>
      <span className="min-w-0 flex-1 wrap-anywhere whitespace-pre-wrap" dir="auto">
        {text || " "}
        {missing && <span className="sr-only"> {missingLabel}</span>}
      </span>
      {marks && marks.length > 0 && (
        <span className="flex max-w-[45%] flex-wrap content-start justify-end gap-1 font-sans">
          {marks.map(({ id, label, taken }) => (
            <button
              key={id}
              type="button"
              onClick={() => onSelect(id)}
              className={classes(
                "my-0.5 h-5 rounded border px-1 text-xs leading-none",
                taken ? "border-accent/40 bg-accent-soft text-accent" : "border-line text-muted line-through",
              )}
            >
              {label}
            </button>
          ))}
        </span>
      )}
    </div>
  );
});
