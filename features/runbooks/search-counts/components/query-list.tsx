"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { useToast } from "@/components/ui/toast";
import { call } from "@/lib/http/client";
import { countOf, type QueryKind } from "../query-kind";
import type { SearchedQuery } from "../schema";
import { QueryRow } from "./query-row";

type Props = { kind: QueryKind; queries: SearchedQuery[]; folded?: boolean };

/** Queries of one kind, the most frequent first. A dismissal is taken back from its notice, or from the list of them. */
export function QueryList({ kind, queries, folded = false }: Props) {
  const t = useTranslations("searchCounts");
  const heading = useRef<HTMLHeadingElement>(null);
  const toast = useToast();
  const router = useRouter();
  const [busy, setBusy] = useState(false);

  async function decide(query: SearchedQuery, what: "dismissal" | "reopening") {
    setBusy(true);
    const answer = await call("POST", `/api/v1/search/counts/${query.id}/${what}`, {});
    setBusy(false);
    if (!answer.ok) toast({ title: answer.title || t("failed"), tone: "danger" });
    else {
      const said = t(what === "dismissal" ? "dismiss.done" : "reopen.done", { text: query.text });
      const undo = { label: t("dismiss.undo"), run: () => void decide(query, "reopening") };
      toast({ title: said, tone: "success", ...(what === "dismissal" ? { action: undo } : {}) });
      heading.current?.focus(); // the row goes, and with it the button
    }
    router.refresh();
  }

  const most = Math.max(...queries.map((query) => countOf(kind, query)), 1);
  const list = (
    <ul className="divide-y divide-line rounded border border-line">
      {queries.map((query) => (
        <QueryRow
          key={query.id}
          kind={kind}
          query={query}
          part={countOf(kind, query) / most}
          busy={busy}
          onDismiss={() => void decide(query, "dismissal")}
          onReopen={() => void decide(query, "reopening")}
        />
      ))}
    </ul>
  );
  const title = t(`kinds.${kind}.title`, { count: queries.length });
  return (
    <section aria-labelledby={`queries-${kind}`} className="mb-8">
      <h2 id={`queries-${kind}`} ref={heading} tabIndex={-1} className="mb-1 text-lg font-semibold">
        {title}
      </h2>
      <p className="mb-3 max-w-[72ch] text-muted">
        {t(queries.length === 0 ? `kinds.${kind}.empty` : `kinds.${kind}.lead`)}
      </p>
      {queries.length > 0 &&
        (folded ? (
          <details>
            <summary className="cursor-pointer text-accent">{t("show", { count: queries.length })}</summary>
            <div className="mt-3">{list}</div>
          </details>
        ) : (
          list
        ))}
    </section>
  );
}
