import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { PageLink } from "@/components/ui/page-link";
import { DateTime } from "@/components/ui/time";
import { DifferenceView } from "../../editor/components/difference-view";
import { compareHref, type Side } from "../compare/side";

type Props = {
  path: string;
  title: string;
  view: "rendered" | "text";
  from: Side;
  to: Side;
  /** Both as they are read, beside each other. */
  rendered: ReactNode;
};

/** Two versions of a runbook: what they are, and what differs, as it reads or line by line. */
export function ComparisonView({ path, title, view, from, to, rendered }: Props) {
  const t = useTranslations("runbookHistory.compare");
  return (
    <div className="mx-auto max-w-6xl">
      <PageHeader
        title={t("title", { title })}
        eyebrow={<Link href={`/runbooks/${path}/history?from=${from.commit}&to=${to.commit}`}>{t("all")}</Link>}
        actions={
          <PageLink href={compareHref(path, to.commit, from.commit)} className="self-center">
            {t("swap")}
          </PageLink>
        }
      />
      <div className="grid gap-4">
        <dl className="grid gap-3 sm:grid-cols-2">
          {[["from", from] as const, ["to", to] as const].map(([side, one]) => (
            <div key={side} className="rounded border border-line bg-surface px-3 py-2">
              <dt className="text-sm text-muted">{t(side)}</dt>
              <dd className="font-medium wrap-anywhere">{one.subject || one.commit.slice(0, 8)}</dd>
              <dd className="text-sm text-muted">
                {t("by", { author: one.author })} · <DateTime at={one.at} /> · <code>{one.commit.slice(0, 8)}</code>
              </dd>
              {one.file !== (side === "from" ? to : from).file && (
                <dd className="text-sm text-muted wrap-anywhere">{one.file ?? t("absent")}</dd>
              )}
            </div>
          ))}
        </dl>
        <nav aria-label={t("view")} className="flex flex-wrap gap-x-4 gap-y-1">
          {(["rendered", "text"] as const).map((one) => (
            <PageLink
              key={one}
              href={`${compareHref(path, from.commit, to.commit)}${one === "text" ? "&view=text" : ""}`}
              aria-current={one === view ? "page" : undefined}
              className="aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {t(one)}
            </PageLink>
          ))}
        </nav>
        {view === "text" ? <DifferenceView before={from.text ?? ""} after={to.text ?? ""} /> : rendered}
      </div>
    </div>
  );
}
