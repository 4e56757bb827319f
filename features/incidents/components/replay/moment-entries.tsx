"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { classes } from "@/components/ui/classes";
import { SeverityMark } from "@/components/ui/severity-mark";
import { DateTime } from "@/components/ui/time";
import { countUntil, entriesUntil, type ReplayIndex, textAt } from "../../replay/replay-index";
import type { ReplayEntry } from "../../replay/schema";
import { plainLine } from "../../search/plain-line";
import { KindIcon } from "../timeline/kind-icon";

const shown = 30;

type Props = { incidentKey: string; index: ReplayIndex; at: number };

/** The timeline up to a moment, the newest first, each entry with its text as it stood. */
export function MomentEntries({ incidentKey, index, at }: Props) {
  const t = useTranslations("incidents.past.replay");
  const { entries, before } = entriesUntil(index, at, shown);
  return (
    <section aria-label={t("entries")}>
      <h2 className="mb-2 flex items-baseline gap-2 font-semibold">
        {t("entries")}
        <span className="text-sm font-normal text-muted">{t("count", { count: countUntil(index, at) })}</span>
      </h2>
      <ol className="divide-y divide-line rounded border border-line bg-surface empty:hidden">
        {entries.toReversed().map((entry) => (
          <Entry key={entry.id} incidentKey={incidentKey} entry={entry} index={index} at={at} />
        ))}
      </ol>
      {before > 0 && <p className="mt-2 text-sm text-muted">{t("earlier", { count: before })}</p>}
    </section>
  );
}

function Entry({ incidentKey, entry, index, at }: Props & { entry: ReplayEntry }) {
  const t = useTranslations("incidents.past");
  const { body, happenedAt, corrected, retracted } = textAt(entry, index.basis, at);
  return (
    <li className="flex gap-2 px-3 py-2">
      <KindIcon kind={entry.kind} />
      <div className="min-w-0 flex-1">
        <p className={classes("line-clamp-6 whitespace-pre-line wrap-anywhere", retracted && "line-through")}>
          <Headline entry={entry} />
          {told(entry, body)}
        </p>
        <p className="flex flex-wrap items-baseline gap-x-2 text-xs text-muted">
          <Link href={`/incidents/${incidentKey}#entry-${entry.seq}`} prefetch={false} className="underline">
            <DateTime at={happenedAt} />
          </Link>
          {entry.actor}
          {corrected && <Badge>{t("replay.corrected")}</Badge>}
          {retracted && <Badge tone="warning">{t("search.retracted")}</Badge>}
        </p>
      </div>
    </li>
  );
}

/** A change of status or severity in the reader's words; the body of its entry is for readers of the API. */
function Headline({ entry: { kind, changes, seq } }: { entry: ReplayEntry }) {
  const t = useTranslations("incidents.status");
  const [change] = changes;
  if (seq === 1 || kind !== change?.of) return null;
  if (change.of === "status") return <strong className="font-medium">{`→ ${t(change.to)} `}</strong>;
  if (change.of === "severity") return <SeverityMark severity={change.to} className="mr-2" />;
  return null;
}

function told({ kind, seq }: ReplayEntry, body: string): string {
  const reason = body.split("\n").slice(1).join("\n");
  const text = seq > 1 && (kind === "status" || kind === "severity") ? reason : body;
  return plainLine(text)
    .replaceAll(/\n{2,}/g, "\n")
    .trim();
}
