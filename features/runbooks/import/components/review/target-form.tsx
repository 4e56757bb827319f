"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { criticalities } from "../../../schema";
import { type Choice, type ImportItem, pathOf } from "../../batch/batch";
import { freeName, pathFault } from "../../batch/compose";
import { UpdateDialog } from "./update-dialog";

type Props = {
  item: ImportItem;
  items: readonly ImportItem[];
  existing: ReadonlySet<string>;
  services: readonly string[];
  onChoice: (change: Partial<Choice>) => void;
};

/** Where a runbook goes and what its front matter says, each with what the text itself proposes. */
export function TargetForm({ item, items, existing, services, onChoice }: Props) {
  const t = useTranslations("runbookImport.target");
  const faults = useTranslations("runbookImport.fault");
  const [comparing, setComparing] = useState(false);
  const { choice, analysis } = item;
  const fault = pathFault(item, items, existing);
  const { matter } = analysis ?? { matter: { title: "", lang: "", owner: "", criticality: null } };
  const text = (key: "service" | "file") => ({
    value: choice[key],
    onChange: (event: { target: { value: string } }) => onChoice({ [key]: event.target.value, update: null }),
    ...{ maxLength: 80, autoComplete: "off", spellCheck: false, className: "font-mono" },
  });
  // What a person says is kept when they leave the field: each change is a new question to the server.
  const said = (key: "title" | "lang" | "owner", maxLength: number) => ({
    key: `${item.id}-${choice[key] ?? matter[key]}`,
    defaultValue: choice[key] ?? matter[key],
    maxLength,
    onBlur: (event: { target: { value: string } }) => {
      const value = event.target.value.trim();
      if (value !== (choice[key] ?? matter[key])) onChoice({ [key]: value || null });
    },
  });
  const { key: titleKey, ...title } = said("title", 300);
  const { key: langKey, ...lang } = said("lang", 40);
  const { key: ownerKey, ...owner } = said("owner", 300);
  return (
    <fieldset className="grid gap-3 rounded border border-line bg-surface p-3 sm:grid-cols-2 xl:grid-cols-3">
      <legend className="sr-only">{t("label")}</legend>
      <Field label={t("service")} hint={t("serviceHint")}>
        <Input {...text("service")} list="import-services" />
      </Field>
      <datalist id="import-services">
        {services.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Field label={t("file")} error={fault ? faults(fault) : undefined}>
        <Input {...text("file")} />
      </Field>
      <Field label={t("title")}>
        <Input key={titleKey} {...title} />
      </Field>
      <Field label={t("owner")}>
        <Input key={ownerKey} {...owner} />
      </Field>
      <Field label={t("lang")}>
        <Input key={langKey} {...lang} spellCheck={false} />
      </Field>
      <Field label={t("criticality")}>
        <Select
          value={choice.criticality ?? ""}
          onChange={(event) =>
            onChoice({ criticality: criticalities.find((one) => one === event.target.value) ?? null })
          }
        >
          <option value="">
            {matter.criticality && !choice.criticality
              ? t("asTextNamed", { level: t(`level.${matter.criticality as (typeof criticalities)[number]}`) })
              : t("asText")}
          </option>
          {criticalities.map((one) => (
            <option key={one} value={one}>
              {t(`level.${one}`)}
            </option>
          ))}
        </Select>
      </Field>
      {fault === "taken" && (
        <Notice tone="warning" className="sm:col-span-2 xl:col-span-3" title={faults("taken")}>
          <div className="mt-2 flex flex-wrap gap-2">
            <Button size="sm" onClick={() => onChoice({ file: freeName(choice.service, choice.file, existing) })}>
              {t("another")}
            </Button>
            <Button size="sm" onClick={() => setComparing(true)}>
              {t("update")}
            </Button>
          </div>
        </Notice>
      )}
      {choice.update && <Notice className="sm:col-span-2 xl:col-span-3">{t("updates", { path: pathOf(item) })}</Notice>}
      <UpdateDialog
        open={comparing}
        path={pathOf(item)}
        text={analysis?.mdx ?? ""}
        onClose={() => setComparing(false)}
        onTake={(blob, written) => {
          onChoice({ update: { blob }, ...(written !== null && { written }) });
          setComparing(false);
        }}
      />
    </fieldset>
  );
}
