"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { lineOf } from "../edit-glossary";
import { parseGlossary, type Section } from "../meaning";

type Props = {
  /** What is changed; left out for a new meaning. */
  sections?: readonly Section[];
  /** A word to begin with. */
  asked?: string;
  onSave: (sections: Section[]) => void;
  onCancel: () => void;
};

const languages = ["es", "en"] as const;
const joined = (sections: readonly Section[], lang: string | null) =>
  sections.flatMap((section) => (section.lang === lang ? section.words : [])).join(", ");

/** The ways of saying one thing, by language; words of another language stay as they are. */
export function MeaningForm({ sections = [], asked = "", onSave, onCancel }: Props) {
  const t = useTranslations("glossary.form");
  const problem = useTranslations("problems");
  const [words, setWords] = useState({
    es: joined(sections, "es") || asked,
    en: joined(sections, "en"),
    any: joined(sections, null),
  });
  const [wrong, setWrong] = useState("");
  const others = sections.filter(({ lang }) => lang !== null && lang !== "es" && lang !== "en");

  function save(event: FormEvent) {
    event.preventDefault();
    const next: Section[] = [
      ...languages.map((lang) => ({ lang, words: words[lang].split(",") })),
      ...others,
      { lang: null, words: words.any.split(",") },
    ];
    const [first] = parseGlossary(lineOf(next) || "-").problems;
    if (first) setWrong(problem(first.rule, first.values));
    else onSave(next);
  }

  const input = (name: keyof typeof words, focus: boolean) => (
    <Input
      value={words[name]}
      maxLength={300}
      autoFocus={focus}
      onChange={(event) => setWords({ ...words, [name]: event.target.value })}
    />
  );
  return (
    <form onSubmit={save} className="my-2 grid gap-3 rounded border border-line bg-raised/40 p-3 sm:grid-cols-2">
      <Field label={t("es")} hint={t("hint")} error={wrong || undefined}>
        {input("es", true)}
      </Field>
      <Field label={t("en")}>{input("en", false)}</Field>
      <Field label={t("any")} hint={t("anyHint")} className="sm:col-span-2">
        {input("any", false)}
      </Field>
      <div className="flex gap-2 sm:col-span-2">
        <Button type="submit" variant="primary" size="sm">
          {t("save")}
        </Button>
        <Button size="sm" variant="ghost" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </form>
  );
}
