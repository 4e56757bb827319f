"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useLiveRun } from "../live/live-run";

/** What became of the runbook where there is nothing to adopt: gone, moved, broken, or changed elsewhere. */
export function RunbookFate() {
  const t = useTranslations("runs.adoption");
  const { run } = useLiveRun();
  const { state, movedTo, ahead, held, gone } = run.runbookNow;
  const titles = run.procedures.filter(({ id }) => gone.includes(id)).map(({ title }) => `«${title}»`);
  const lines = [
    state === "missing" && t("missing"),
    state === "unreadable" && t("unreadable"),
    movedTo &&
      t.rich("moved", {
        link: () => (
          <Link href={`/runbooks/${movedTo}`} className="text-accent hover:underline">
            {movedTo}
          </Link>
        ),
      }),
    titles.length > 0 && t("gone", { title: titles.join(", ") }),
    state === "changed" && run.status !== "active" && t("sameEnded"),
    state === "changed" && run.status === "active" && ahead + held === 0 && gone.length === 0 && t("same"),
  ].filter(Boolean);
  if (lines.length === 0) return null;
  return (
    <div role="status" className="grid gap-1 text-sm text-muted">
      {lines.map((line, index) => (
        <p key={index}>{line}</p>
      ))}
    </div>
  );
}
