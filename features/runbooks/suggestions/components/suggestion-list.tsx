"use client";
import { CornerDownRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/time";
import type { ListedSuggestion } from "../schema";
import { SuggestionAnswer } from "./suggestion-answer";

type Props = {
  suggestions: ListedSuggestion[];
  onJump: (suggestion: ListedSuggestion) => void;
  /** One was closed, by this editor or by another. */
  onClosed: (id: string) => void;
};

/** What responders found wrong with steps of this runbook: both texts, where it happened, and the editor's answer. */
export function SuggestionList({ suggestions, onJump, onClosed }: Props) {
  const t = useTranslations("editing.suggestions");
  if (suggestions.length === 0) return null;
  return (
    <details open className="fold mb-3 rounded border border-line bg-surface px-3">
      <summary className="flex items-center py-2 font-medium">{t("title", { count: suggestions.length })}</summary>
      <ul className="divide-y divide-line pb-2">
        {suggestions.map((suggestion) => (
          <li key={suggestion.id} className="grid gap-2 py-3">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <strong className="wrap-anywhere">{suggestion.stepTitle}</strong>
              <span className="text-sm text-muted">
                {suggestion.author.name} · <RelativeTime at={suggestion.createdAt} />
              </span>
              {suggestion.runHref && (
                <Link href={suggestion.runHref} className="text-sm text-accent underline underline-offset-2">
                  {suggestion.incidentKey ?? t("seeRun")}
                </Link>
              )}
              <span className={suggestion.stepNow === "same" ? "text-sm text-muted" : "text-sm text-warning"}>
                {t(`stepNow.${suggestion.stepNow}`)}
              </span>
            </p>
            <dl className="grid gap-3 md:grid-cols-2">
              <Said label={t("wrong")} text={suggestion.wrong} />
              {suggestion.instead && <Said label={t("instead")} text={suggestion.instead} code />}
            </dl>
            <div className="flex flex-wrap items-end gap-2">
              {suggestion.stepNow !== "gone" && (
                <Button size="sm" onClick={() => onJump(suggestion)}>
                  <CornerDownRight aria-hidden className="size-4" />
                  {t("jump")}
                </Button>
              )}
              <SuggestionAnswer suggestion={suggestion} onClosed={() => onClosed(suggestion.id)} />
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Said({ label, text, code = false }: { label: string; text: string; code?: boolean }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className={`whitespace-pre-wrap wrap-anywhere ${code ? "font-mono text-sm" : ""}`}>{text}</dd>
    </div>
  );
}
