"use client";
import { BookOpen, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { call } from "@/lib/http/client";
import type { ChosenProcedure } from "../../declare/proposal";

type Result = { path: string; service: string; title: string; heading: string; anchor: string; kind: string };
const waitMs = 300;

type ProcedureChoiceProps = {
  chosen: ChosenProcedure | null;
  /** What was typed: procedures that fit it are looked for. */
  query: string;
  onChoose: (procedure: ChosenProcedure | null) => void;
};

/** The procedure that will be linked, and those that fit what was typed. */
export function ProcedureChoice({ chosen, query, onChoose }: ProcedureChoiceProps) {
  const t = useTranslations("incidents.declare");
  const found = useSuggestions(chosen ? "" : query);
  if (chosen) {
    return (
      <p className="flex items-center gap-2 rounded border border-accent/40 bg-accent-soft px-3 py-2">
        <BookOpen aria-hidden className="size-4 shrink-0 text-accent" />
        <span className="min-w-0 flex-1 wrap-anywhere">
          <span className="text-sm text-muted">{t("procedure")}: </span>
          <span className="font-medium">{chosen.title}</span>
        </span>
        <IconButton label={t("dropProcedure")} size="sm" onClick={() => onChoose(null)}>
          <X aria-hidden className="size-4" />
        </IconButton>
      </p>
    );
  }
  if (found.length === 0) return null;
  return (
    <section aria-label={t("procedureSuggested")}>
      <h2 className="mb-1 text-sm font-medium">{t("procedureSuggested")}</h2>
      <ul className="grid gap-1">
        {found.map((result) => (
          <li key={`${result.path}#${result.anchor}`} className="flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate">
              {result.heading || result.title} <span className="text-sm text-muted">{result.service}</span>
            </span>
            <Button
              size="sm"
              aria-label={`${t("useProcedure")}: ${result.heading || result.title}`}
              onClick={() =>
                onChoose({ runbook: result.path, id: result.anchor, title: result.heading, severity: null })
              }
            >
              {t("useProcedure")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function useSuggestions(query: string): Result[] {
  const [found, setFound] = useState<Result[]>([]);
  useEffect(() => {
    const text = query.trim().slice(0, 300);
    if (text.length < 4) return setFound([]);
    const gone = new AbortController();
    const timer = setTimeout(async () => {
      const path = `/api/v1/search?limit=8&q=${encodeURIComponent(text)}`;
      const answer = await call<{ results: Result[] }>("GET", path, undefined, gone.signal);
      if (answer.ok) setFound(answer.value.results.filter(({ kind }) => kind === "procedure").slice(0, 4));
    }, waitMs);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [query]);
  return found;
}
