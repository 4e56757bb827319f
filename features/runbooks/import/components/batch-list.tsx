"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { type ImportItem, pathOf, stateOf } from "../batch/batch";
import { pathFault } from "../batch/compose";
import { StateMark } from "./state-mark";

type Props = {
  items: readonly ImportItem[];
  existing: ReadonlySet<string>;
  onOpen: (id: string) => void;
  onInclude: (id: string, include: boolean) => void;
  onRetry: (id: string) => void;
  onRemove: (id: string) => void;
};

/** What came in, with what is to be said of each. */
export function BatchList({ items, existing, onOpen, onInclude, onRetry, onRemove }: Props) {
  const t = useTranslations("runbookImport");
  const texts = items.filter((item) => item.kind === "text" || item.refusal);
  const beside = items.filter((item) => item.kind === "file" && !item.refusal);
  return (
    <section aria-label={t("list.title")}>
      <ul className="divide-y divide-line rounded border border-line bg-surface">
        {texts.map((item) => {
          const state = stateOf(item);
          const fault = item.choice.include && !item.done ? pathFault(item, items, existing) : null;
          const canOpen = item.analysis !== null && item.bytes !== null && !item.done;
          return (
            <li key={item.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
              <input
                type="checkbox"
                aria-label={t("list.include", { name: item.place })}
                className="size-4 accent-accent"
                checked={item.choice.include}
                disabled={item.refusal !== null || item.done !== null || item.analysis?.state === "refused"}
                onChange={(event) => onInclude(item.id, event.target.checked)}
              />
              <div className="min-w-0 flex-1 basis-56">
                <p className="font-medium wrap-anywhere">{item.place}</p>
                <p className="text-sm text-muted wrap-anywhere">
                  <Why item={item} />
                  {fault && <span className="text-danger"> {t(`fault.${fault}`)}</span>}
                </p>
              </div>
              <StateMark state={fault && state !== "missing" ? "look" : state} />
              {item.failed && (
                <Button size="sm" onClick={() => onRetry(item.id)}>
                  {t("list.retry")}
                </Button>
              )}
              {canOpen && (
                <Button
                  size="sm"
                  aria-label={t("list.openNamed", { name: item.place })}
                  onClick={() => onOpen(item.id)}
                >
                  {t("list.open")}
                </Button>
              )}
              <Button
                size="sm"
                variant="ghost"
                aria-label={t("list.removeNamed", { name: item.place })}
                onClick={() => onRemove(item.id)}
              >
                {t("list.remove")}
              </Button>
            </li>
          );
        })}
      </ul>
      {beside.length > 0 && (
        <details className="mt-2 text-sm text-muted">
          <summary className="cursor-pointer">{t("list.beside", { count: beside.length })}</summary>
          <ul className="mt-1 list-disc pl-6">
            {beside.map(({ id, place }) => (
              <li key={id} className="wrap-anywhere">
                {place}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** One line of it: where it goes, or why it does not. */
function Why({ item }: { item: ImportItem }) {
  const t = useTranslations("runbookImport");
  const errors = useTranslations("errors");
  const { refusal, analysis, failed, duplicateOf, choice } = item;
  if (refusal) return t(`refusal.${refusal}`);
  if (failed) return failed !== "offline" && errors.has(failed) ? errors(failed) : t("list.offline");
  if (duplicateOf && !choice.include) return t("list.duplicateOf", { name: duplicateOf });
  if (!analysis) return t("list.waiting");
  const [problem] = analysis.problems.filter((one) => one.severity === "error");
  if (problem) return t("list.problem", { line: problem.line, message: problem.message });
  const [missing] = analysis.equivalence.missing;
  if (missing) return t("list.missing", { count: analysis.equivalence.missing.length, line: missing.line });
  const looks = analysis.notices.filter((one) => one.person).length;
  return t("list.goes", { path: pathOf(item), proposals: analysis.proposals.length, looks });
}
