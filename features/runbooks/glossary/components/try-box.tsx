"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PageLink } from "@/components/ui/page-link";
import { call } from "@/lib/http/client";
import { runbookHref } from "../../links";
import type { GlossaryTrial } from "../schema";

/** Milliseconds after the last key. */
const pause = 300;

/** Type a query: which words it is widened to, and what it finds with the published glossary and with this one. */
export function TryBox({ text, asked }: { text: string; asked: string }) {
  const t = useTranslations("glossary.try");
  const [q, setQ] = useState(asked);
  const [trial, setTrial] = useState<GlossaryTrial | "failed" | null>(null);
  useEffect(() => {
    if (q.trim() === "") return setTrial(null);
    const leaving = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await call<GlossaryTrial>("POST", "/api/v1/glossary/trial", { q: q.trim(), text }, leaving.signal);
      if (!leaving.signal.aborted) setTrial(answer.ok ? answer.value : "failed");
    }, pause);
    return () => {
      clearTimeout(timer);
      leaving.abort();
    };
  }, [q, text]);
  return (
    <section aria-labelledby="try-words" className="rounded border border-line p-4">
      <h2 id="try-words" className="mb-2 text-lg font-semibold">
        {t("title")}
      </h2>
      <Field label={t("query")} hint={t("hint")}>
        <Input value={q} maxLength={300} onChange={(event) => setQ(event.target.value)} />
      </Field>
      <div aria-live="polite" className="mt-3 grid gap-3">
        {trial === "failed" && <p className="text-sm text-danger">{t("failed")}</p>}
        {trial && trial !== "failed" && <Tried trial={trial} />}
      </div>
    </section>
  );
}

function Tried({ trial: { meanings, before, after } }: { trial: GlossaryTrial }) {
  const t = useTranslations("glossary.try");
  const same = JSON.stringify(before) === JSON.stringify(after);
  return (
    <>
      <div>
        <h3 className="text-sm font-medium">{t("meanings")}</h3>
        {meanings.length === 0 && <p className="text-sm text-muted">{t("noMeanings")}</p>}
        <ul className="text-sm">
          {meanings.map(({ words, own }) => (
            <li key={words.join()} className="py-0.5 wrap-anywhere">
              {words.join(", ")} <span className="text-xs text-muted">{t(own ? "own" : "builtIn")}</span>
            </li>
          ))}
        </ul>
      </div>
      <FoundList title={t(same ? "both" : "before")} found={before} />
      {!same && <FoundList title={t("after")} found={after} />}
    </>
  );
}

function FoundList({ title, found }: { title: string; found: GlossaryTrial["before"] }) {
  const t = useTranslations("glossary.try");
  return (
    <div>
      <h3 className="text-sm font-medium">{title}</h3>
      {found.length === 0 && <p className="text-sm text-muted">{t("nothing")}</p>}
      <ol className="text-sm">
        {found.map(({ path, title: runbook, heading, anchor }) => (
          <li key={`${path}#${anchor}`} className="py-0.5 wrap-anywhere">
            <PageLink
              href={`${runbookHref(path)}${anchor ? `#${anchor}` : ""}`}
              className="text-accent hover:underline"
            >
              {heading || runbook}
            </PageLink>{" "}
            <span className="text-xs text-muted">{runbook}</span>
          </li>
        ))}
      </ol>
    </div>
  );
}
