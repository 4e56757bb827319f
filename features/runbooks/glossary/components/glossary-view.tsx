"use client";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { fold } from "../../search/fold";
import { says } from "../says";
import type { GlossaryPage } from "../schema";
import { GlossaryEditor } from "./glossary-editor";
import { Words } from "./words";

type Props = { page: GlossaryPage; asked: string; me: string | null };

/** The glossary: for editors to change, for everybody to read. */
export function GlossaryView({ page, asked, me }: Props) {
  const t = useTranslations("glossary");
  const [sought, setSought] = useState("");
  const builtIn = useMemo(
    () => page.builtIn.filter((line) => fold(line).includes(fold(sought.trim()))),
    [page, sought],
  );
  const search = (
    <Field label={t("search")} className="mb-3 max-w-md">
      <Input type="search" value={sought} onChange={(event) => setSought(event.target.value)} />
    </Field>
  );
  return (
    <>
      {page.source ? (
        <GlossaryEditor source={page.source} asked={asked} me={me} sought={sought} search={search} />
      ) : (
        <section aria-labelledby="own-words" className="mb-8">
          <h2 id="own-words" className="mb-3 text-lg font-semibold">
            {t("own", { count: page.meanings.length })}
          </h2>
          {search}
          {page.meanings.length === 0 && <EmptyState title={t("empty")}>{t("emptyRead")}</EmptyState>}
          <ul className="divide-y divide-line">
            {page.meanings
              .filter(({ sections }) => says(sections, sought))
              .map(({ line, sections }) => (
                <li key={line} className="py-2">
                  <Words sections={sections} />
                </li>
              ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="built-in-words" className="mt-10 border-t border-line pt-6">
        <h2 id="built-in-words" className="mb-1 text-lg font-semibold">
          {t("builtIn", { count: page.builtIn.length })}
        </h2>
        <p className="mb-3 max-w-[72ch] text-muted">{t("builtInLead")}</p>
        <details open={sought.trim() !== ""}>
          <summary className="cursor-pointer text-accent">{t("showBuiltIn", { count: builtIn.length })}</summary>
          <ul className="mt-3 columns-1 gap-8 text-sm md:columns-2">
            {builtIn.map((line) => (
              <li key={line} className="break-inside-avoid py-1 text-muted wrap-anywhere">
                {line}
              </li>
            ))}
          </ul>
        </details>
      </section>
    </>
  );
}
