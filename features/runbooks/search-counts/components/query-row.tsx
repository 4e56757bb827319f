import { BookPlus, Languages, Undo2, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button, ButtonLink, IconButton } from "@/components/ui/button";
import { PageLink } from "@/components/ui/page-link";
import { CalendarDay } from "@/components/ui/time";
import { runbookHref } from "../../links";
import type { QueryKind } from "../query-kind";
import type { SearchedQuery } from "../schema";

type Props = {
  kind: QueryKind;
  query: SearchedQuery;
  /** Of the longest bar. */
  part: number;
  busy: boolean;
  onDismiss: () => void;
  onReopen: () => void;
};

/** One query: how often, what came of it, and the three things that can be done. */
export function QueryRow({ kind, query, part, busy, onDismiss, onReopen }: Props) {
  const t = useTranslations("searchCounts");
  const { text, searched, foundNothing, opened, lastOn, now, openings, dismissed } = query;
  const of = { text };
  const title = text.slice(0, 1).toUpperCase() + text.slice(1);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-2.5">
      <div className="min-w-0 flex-1 basis-72">
        <PageLink
          href={`/search?${new URLSearchParams({ q: text })}`}
          className="font-medium wrap-anywhere hover:underline"
          prefetch={false}
        >
          {text}
        </PageLink>
        <span aria-hidden className="mt-1 block h-1 max-w-64 overflow-hidden rounded-full bg-raised">
          <span className="block h-full rounded-full bg-accent" style={{ width: `${Math.max(3, part * 100)}%` }} />
        </span>
        <p className="mt-1 text-sm text-muted">
          {foundNothing > 0
            ? t("row.nothing", { searched, nothing: foundNothing })
            : t("row.found", { searched, opened })}
          {" · "}
          {t.rich("row.last", { day: () => <CalendarDay day={lastOn} /> })}
        </p>
        {now && (
          <p className="text-sm">
            {t("row.now")}{" "}
            <PageLink href={runbookHref(now.path)} className="text-accent hover:underline">
              {now.title}
            </PageLink>
          </p>
        )}
        {openings.slice(0, 3).map((one) => (
          <p key={`${one.path} ${one.rank}`} className="text-sm">
            {t.rich("row.opening", {
              runbook: () => (
                <PageLink href={runbookHref(one.path)} className="text-accent hover:underline">
                  {one.title}
                </PageLink>
              ),
              rank: one.rank,
              opened: one.opened,
            })}
          </p>
        ))}
        {dismissed && (
          <p className="text-sm text-muted">
            {t.rich("row.dismissed", { day: () => <CalendarDay day={dismissed.on} />, by: dismissed.by })}
          </p>
        )}
      </div>
      <div className="flex flex-wrap items-center gap-1">
        {dismissed ? (
          <Button size="sm" disabled={busy} aria-label={t("reopen.of", of)} onClick={onReopen}>
            <Undo2 aria-hidden className="size-4" />
            {t("reopen.do")}
          </Button>
        ) : (
          <>
            {kind === "nothing" && (
              <ButtonLink
                size="sm"
                href={`/runbooks/new?${new URLSearchParams({ title })}`}
                aria-label={t("write.of", of)}
                prefetch={false}
              >
                <BookPlus aria-hidden className="size-4" />
                {t("write.do")}
              </ButtonLink>
            )}
            {kind !== "settled" && (
              <ButtonLink
                size="sm"
                href={`/glossary?${new URLSearchParams({ add: text })}`}
                aria-label={t("word.of", of)}
                prefetch={false}
              >
                <Languages aria-hidden className="size-4" />
                {t("word.do")}
              </ButtonLink>
            )}
            <IconButton size="sm" label={t("dismiss.of", of)} disabled={busy} onClick={onDismiss}>
              <X aria-hidden className="size-4" />
            </IconButton>
          </>
        )}
      </div>
    </li>
  );
}
