"use client";
import { useTranslations } from "next-intl";
import { Fragment, useState } from "react";
import { classes } from "@/components/ui/classes";
import { scrollable } from "@/components/ui/scrollable";
import { type DifferenceLine, difference } from "../../editor/difference";
import type { Thread } from "../threads";
import { CommentForm } from "./comment-form";
import { ThreadView } from "./thread";

type Props = { reviewId: string; round: number; before: string; after: string; threads: Thread[]; writable: boolean };

const looks = {
  same: { sign: " ", line: "", piece: "" },
  added: { sign: "+", line: "bg-success-soft", piece: "bg-success/25 underline decoration-success" },
  removed: { sign: "−", line: "bg-danger-soft", piece: "bg-danger/20 line-through decoration-danger" },
} as const;

/** The difference line by line, as git shows it; each line can be commented on. */
export function TextDifference({ reviewId, round, before, after, threads, writable }: Props) {
  const t = useTranslations("reviewing");
  const { hunks, coarse } = difference(before, after);
  const [writing, setWriting] = useState<string | null>(null);
  if (hunks.length === 0) return <p className="text-muted">{t("text.same")}</p>;
  return (
    <section
      aria-label={t("text.label")}
      {...scrollable}
      className="overflow-auto rounded border border-line bg-surface"
    >
      {coarse && <p className="border-b border-line px-3 py-1.5 text-muted">{t("text.coarse")}</p>}
      <table className="w-full border-collapse font-mono text-sm">
        {hunks.map((lines, hunk) => (
          <tbody key={hunk} className="border-b border-line last:border-0">
            {lines.map((line, index) => {
              const about = placeOf(line);
              const key = `${about.side} ${about.line}`;
              const here = threads.filter(({ place }) => place && isAt(line, place));
              return (
                <Fragment key={index}>
                  <tr
                    className={classes("group/line", looks[line.kind].line)}
                    data-change={line.kind === "same" ? undefined : ""}
                  >
                    <td className="w-px px-1.5 text-right text-muted select-none">{line.before}</td>
                    <td className="w-px px-1.5 text-right text-muted select-none">{line.after}</td>
                    <td className="w-px select-none">
                      {writable && (
                        <button
                          type="button"
                          data-comment
                          aria-label={t("comment.new", { where: whereOf(about) })}
                          className="size-6 rounded font-sans font-semibold text-accent opacity-0 group-hover/line:opacity-100 hover:bg-raised focus-visible:opacity-100 pointer-coarse:opacity-80"
                          onClick={() => setWriting(writing === key ? null : key)}
                        >
                          +
                        </button>
                      )}
                    </td>
                    <td className="w-px pr-1 font-semibold select-none">
                      <span aria-hidden>{looks[line.kind].sign}</span>
                      {line.kind !== "same" && <span className="sr-only">{t(`text.${line.kind}`)}</span>}
                    </td>
                    <td className="pr-3 wrap-anywhere whitespace-pre-wrap">
                      {line.pieces.map((piece, at) =>
                        piece.changed ? (
                          <span key={at} className={classes("rounded-sm", looks[line.kind].piece)}>
                            {piece.text}
                          </span>
                        ) : (
                          piece.text
                        ),
                      )}
                    </td>
                  </tr>
                  {(here.length > 0 || writing === key) && (
                    <tr>
                      <td colSpan={5} className="p-2 font-sans">
                        <div className="grid gap-2">
                          {here.map((thread) => (
                            <ThreadView key={thread.root.id} reviewId={reviewId} thread={thread} />
                          ))}
                          {writing === key && (
                            <CommentForm
                              reviewId={reviewId}
                              label={t("comment.new", { where: whereOf(about) })}
                              about={{ ...about, round }}
                              autoFocus
                              onDone={() => setWriting(null)}
                              onCancel={() => setWriting(null)}
                            />
                          )}
                        </div>
                      </td>
                    </tr>
                  )}
                </Fragment>
              );
            })}
          </tbody>
        ))}
      </table>
    </section>
  );

  function whereOf({ side, line }: ReturnType<typeof placeOf>): string {
    return t(side === "old" ? "comment.onOldLine" : "comment.onLine", { line });
  }
}

/** A line that is gone is commented on in the old text, any other in the new one. */
const placeOf = ({ before, after }: DifferenceLine) =>
  after === null ? { side: "old" as const, line: before ?? 1 } : { side: "new" as const, line: after };

const isAt = ({ before, after }: DifferenceLine, { side, line }: NonNullable<Thread["place"]>) =>
  side === "before" ? before === line : after === line;
