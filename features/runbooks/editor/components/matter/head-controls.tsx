"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { criticalities } from "../../../schema";

export type HeadKey = "title" | "service" | "lang" | "owner" | "criticality" | "summary";
type Props = {
  texts: Record<HeadKey, string>;
  errors: Record<HeadKey, string | null>;
  owners: string[];
  onText: (key: HeadKey, value: string) => void;
};

const languages = ["es", "en", "pt", "fr", "de", "it"];

/** What it is called, where it belongs and who answers for it. */
export function HeadControls({ texts, errors, owners, onText }: Props) {
  const t = useTranslations("editing.around.matter");
  const base = useId();
  const input = (key: Exclude<HeadKey, "criticality" | "summary">, list?: string[]) => (
    <Field
      label={t(`keys.${key}`)}
      hint={key === "service" ? t("hints.service") : undefined}
      error={errors[key]}
      required
    >
      <Input
        value={texts[key]}
        autoComplete="off"
        list={list ? `${base}-${key}` : undefined}
        onChange={(event) => onText(key, event.target.value)}
      />
      {list && (
        <datalist id={`${base}-${key}`}>
          {list.map((one) => (
            <option key={one} value={one} />
          ))}
        </datalist>
      )}
    </Field>
  );
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <div className="sm:col-span-2">{input("title")}</div>
      {input("service")}
      {input("lang", languages)}
      {input("owner", owners)}
      <Field label={t("keys.criticality")} error={errors.criticality}>
        <Select value={texts.criticality} onChange={(event) => onText("criticality", event.target.value)}>
          <option value="">{t("none")}</option>
          {criticalities.map((one) => (
            <option key={one} value={one}>
              {t(`criticality.${one}`)}
            </option>
          ))}
          {texts.criticality !== "" && !criticalities.some((one) => one === texts.criticality) && (
            <option value={texts.criticality}>{texts.criticality}</option>
          )}
        </Select>
      </Field>
      <Field label={t("keys.summary")} error={errors.summary} className="sm:col-span-2">
        <Textarea rows={2} value={texts.summary} onChange={(event) => onText("summary", event.target.value)} />
      </Field>
    </div>
  );
}
