"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { addMeaning, changeMeaning, removeMeaning } from "../edit-glossary";
import { parseGlossary } from "../meaning";
import { says } from "../says";
import type { GlossaryPage } from "../schema";
import { MeaningForm } from "./meaning-form";
import { MeaningRow } from "./meaning-row";
import { ProblemLines } from "./problem-lines";
import { PublishGlossaryForm } from "./publish-glossary-form";
import { TryBox } from "./try-box";
import { useGlossaryText } from "./use-glossary-text";

type Props = {
  source: NonNullable<GlossaryPage["source"]>;
  asked: string;
  me: string | null;
  sought: string;
  search: ReactNode;
};

/** Changes the glossary word by word or as a text, shows what a query would find with it, and publishes it. */
export function GlossaryEditor({ source, asked, me, sought, search }: Props) {
  const t = useTranslations("glossary");
  const draft = useGlossaryText(source, me);
  const { meanings, problems } = useMemo(() => parseGlossary(draft.text), [draft.text]);
  const [edited, setEdited] = useState<number | null>(null);
  const [adding, setAdding] = useState(asked !== "");
  const addButton = useRef<HTMLButtonElement>(null);
  const close = () => {
    setAdding(false);
    setEdited(null);
    requestAnimationFrame(() => addButton.current?.focus());
  };
  const change = (text: string) => {
    draft.set(text);
    close();
  };
  const shown = meanings.filter(({ sections }) => says(sections, sought));
  return (
    <div className="grid gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <section aria-labelledby="own-words" className="min-w-0">
        <div className="mb-3 flex flex-wrap items-center justify-between gap-2">
          <h2 id="own-words" className="text-lg font-semibold">
            {t("own", { count: meanings.length })}
          </h2>
          <Button ref={addButton} size="sm" variant="primary" onClick={() => setAdding(true)}>
            {t("add")}
          </Button>
        </div>
        {source.byHand && (
          <Notice tone="warning" className="mb-3" title={t("byHand")}>
            <p>{t("byHandLead")}</p>
          </Notice>
        )}
        {adding && (
          <MeaningForm asked={asked} onCancel={close} onSave={(sections) => change(addMeaning(draft.text, sections))} />
        )}
        {search}
        {meanings.length === 0 && !adding && <EmptyState title={t("empty")}>{t("emptyLead")}</EmptyState>}
        {meanings.length > 0 && shown.length === 0 && <p className="py-2 text-muted">{t("none")}</p>}
        <ul className="divide-y divide-line">
          {shown.map(({ line, sections }) =>
            edited === line ? (
              <li key={line}>
                <MeaningForm
                  sections={sections}
                  onCancel={close}
                  onSave={(next) => change(changeMeaning(draft.text, line, next))}
                />
              </li>
            ) : (
              <MeaningRow
                key={line}
                sections={sections}
                onEdit={() => setEdited(line)}
                onRemove={() => change(removeMeaning(draft.text, line))}
              />
            ),
          )}
        </ul>
        <ProblemLines problems={problems} text={draft.text} />
        <details className="mt-4">
          <summary className="cursor-pointer text-accent">{t("asText")}</summary>
          <Field label={t("text")} hint={t("textHint")} className="mt-3">
            <Textarea
              value={draft.text}
              rows={14}
              spellCheck={false}
              className="font-mono text-sm"
              onChange={(event) => draft.set(event.target.value)}
            />
          </Field>
        </details>
      </section>
      <div className="grid content-start gap-6">
        <TryBox text={draft.text} asked={asked} />
        <PublishGlossaryForm source={source} draft={draft} blocked={problems.length > 0} />
      </div>
    </div>
  );
}
