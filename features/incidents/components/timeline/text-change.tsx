import { diffWordsWithSpace } from "diff";
import { classes } from "@/components/ui/classes";

const look =
  "mt-1 max-h-60 overflow-auto rounded border border-line bg-raised p-2 font-mono text-sm whitespace-pre-wrap wrap-anywhere";

/** A text with what changed in it since the one before: what went is struck through, what came is underlined. */
export function TextChange({ before, after, className }: { before: string | null; after: string; className?: string }) {
  const parts = before === null || before === after ? null : diffWordsWithSpace(before, after);
  return (
    <pre className={classes(look, className)}>
      {parts
        ? parts.map(({ value, added, removed }, at) =>
            added ? (
              <ins key={at} className="rounded-sm bg-accent-soft font-medium underline decoration-accent">
                {value}
              </ins>
            ) : removed ? (
              <del key={at} className="text-muted line-through">
                {value}
              </del>
            ) : (
              <span key={at}>{value}</span>
            ),
          )
        : after}
    </pre>
  );
}
