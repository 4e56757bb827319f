"use client";
import { BookOpen, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useKeys } from "@/components/layout/keys/keys";
import { Button, IconButton } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { Marked } from "@/components/ui/marked";
import type { FoundSection } from "@/features/runbooks/finding/answer";
import { useAnswers } from "@/features/runbooks/finding/use-answers";
import type { ChosenProcedure } from "../../declare/proposal";

/** Characters from which a text says enough to look for procedures, and those that are looked at. */
const least = 4;
const most = 300;
const suggested = 4;

type ProcedureChoiceProps = {
  chosen: ChosenProcedure | null;
  /** What was typed: procedures that fit it are looked for. */
  query: string;
  onChoose: (procedure: ChosenProcedure | null) => void;
};

/** The procedure that will be linked, and those that fit what was typed. */
export function ProcedureChoice({ chosen, query, onChoose }: ProcedureChoiceProps) {
  const t = useTranslations("incidents.declare");
  const text = query.trim().slice(0, most);
  const { shown } = useAnswers(chosen || text.length < least ? "" : text);
  const found = useMemo(
    () => (shown?.results ?? []).filter(({ kind }) => kind === "procedure").slice(0, suggested),
    [shown],
  );
  const choose = ({ path, anchor, heading }: FoundSection) =>
    onChoose({ runbook: path, id: anchor, title: heading, severity: null });
  useKeys(
    found.map((section, at) => ({
      keys: `mod+alt+${at + 1}`,
      group: t("title"),
      description: `${t("useProcedure")}: ${section.heading}`,
      run: () => choose(section),
      evenWhileTyping: true,
    })),
  );
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
  const missing = shown?.missing ?? 0;
  const unread = missing > 0 && <p className="mt-1 text-sm text-muted">{t("missing", { missing })}</p>;
  if (found.length === 0) return unread || null;
  return (
    <section aria-label={t("procedureSuggested")} className="min-w-0">
      <h2 className="mb-1 text-sm font-medium">
        {t("procedureSuggested")}{" "}
        <span aria-hidden className="font-normal text-muted pointer-coarse:hidden">
          Ctrl Alt 1–{found.length}
        </span>
      </h2>
      <ul className="grid gap-1 *:min-w-0">
        {found.map((section, at) => (
          <li key={`${section.path}#${section.anchor}`} className="flex items-start gap-2">
            <span className="min-w-0 flex-1">
              <span lang={section.lang} className="block truncate">
                {section.heading} <span className="text-sm text-muted">{section.service}</span>
              </span>
              {section.snippet && (
                <span lang={section.lang} className="block truncate text-sm text-muted">
                  <Marked text={section.snippet} matches={section.matches} />
                </span>
              )}
            </span>
            <Button
              size="sm"
              aria-label={`${t("useProcedure")}: ${section.heading}`}
              aria-keyshortcuts={`Control+Alt+${at + 1}`}
              title={`Ctrl Alt ${at + 1}`}
              onClick={() => choose(section)}
            >
              {t("useProcedure")}
              <span aria-hidden className="pointer-coarse:hidden">
                <Kbd>{String(at + 1)}</Kbd>
              </span>
            </Button>
          </li>
        ))}
      </ul>
      {unread}
    </section>
  );
}
