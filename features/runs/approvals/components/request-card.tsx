"use client";
import { OctagonAlert, PencilLine } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { scrollable } from "@/components/ui/scrollable";
import { runHref } from "../../links";
import type { ListedApproval } from "../schema";

type Props = { approval: ListedApproval; heading?: "h2" | "h3"; aside?: ReactNode; children?: ReactNode };

/** A step that somebody wants to do, or did alone: on what, why, with which commands. */
export function RequestCard({ approval, heading: Heading = "h3", aside, children }: Props) {
  const t = useTranslations("approvals");
  const { step, run, incident, note } = approval;
  const final = step.irreversible;
  return (
    <article
      className={`grid gap-3 rounded border border-line border-l-4 bg-surface p-4 *:min-w-0 ${final ? "border-l-danger" : "border-l-warning"}`}
    >
      <header className="grid gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          {incident && <span className="font-medium text-ink">{`${incident.key} · ${incident.title}`}</span>}
          <span>{run.title}</span>
          {run.drill && <Badge tone="accent">{t("drill")}</Badge>}
          <span className="ml-auto">{aside}</span>
        </p>
        <Heading className="text-lg font-semibold wrap-anywhere">{step.title}</Heading>
        <p className={`flex flex-wrap items-center gap-2 text-sm ${final ? "text-danger" : "text-warning"}`}>
          {final ? <OctagonAlert aria-hidden className="size-4" /> : <PencilLine aria-hidden className="size-4" />}
          <span className="font-semibold">{t(final ? "irreversible" : "change")}</span>
          {step.target && (
            <span className="text-ink">
              {t("target")} <code>{step.target}</code>
            </span>
          )}
        </p>
      </header>
      {note && (
        <div>
          <p className="text-sm text-muted">{t("note")}</p>
          <p className="whitespace-pre-wrap wrap-anywhere">{note}</p>
        </div>
      )}
      {step.commands.length > 0 && (
        <details className="fold rounded border border-line px-3">
          <summary className="py-1.5 text-sm font-medium">{t("commands")}</summary>
          {step.commands.map(({ text }, index) => (
            <pre key={index} {...scrollable} className="mb-2 overflow-x-auto font-mono text-sm whitespace-pre">
              {text}
            </pre>
          ))}
        </details>
      )}
      {children}
      <p>
        <Link href={`${runHref({ id: run.id, incident })}`} className="text-sm text-accent hover:underline">
          {t("openRun")}
        </Link>
      </p>
    </article>
  );
}
