"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import type { IncidentDetail, IncidentSummary } from "../../incident-schema";
import { correctableTimes } from "../../vocabulary";
import { useLiveIncident } from "../view/live-incident";
import { FormDialog } from "./form-dialog";
import { fromLocalInput, toLocalInput } from "./local-time";
import { useWrite } from "./use-write";

const times = [...correctableTimes, "nextUpdateDueAt"] as const;
type Form = Record<"title" | "summary" | "services" | "rootCause" | (typeof times)[number], string>;

const formOf = (incident: IncidentSummary): Form => ({
  title: incident.title,
  summary: incident.summary,
  services: incident.services.join(", "),
  rootCause: incident.rootCause ?? "",
  impactStartedAt: toLocalInput(incident.impactStartedAt),
  acknowledgedAt: toLocalInput(incident.acknowledgedAt),
  mitigatedAt: toLocalInput(incident.mitigatedAt),
  resolvedAt: toLocalInput(incident.resolvedAt),
  nextUpdateDueAt: toLocalInput(incident.nextUpdateDueAt),
});

/** Only what this person changed is sent, with the version they saw: a change by somebody else is shown, not overwritten unseen. */
export function FactsDialog({ focus, onClose }: { focus?: keyof Form; onClose: () => void }) {
  const t = useTranslations("incidents");
  const { incident, api, refresh } = useLiveIncident();
  const { busy, failure, write } = useWrite();
  const [base, setBase] = useState<IncidentSummary>(incident);
  const [form, setForm] = useState(formOf(incident));
  const [stale, setStale] = useState(false);
  const set = (name: keyof Form) => (event: { target: { value: string } }) =>
    setForm({ ...form, [name]: event.target.value });

  const save = async () => {
    const before = formOf(base);
    const changed = (Object.keys(form) as (keyof Form)[]).filter((name) => form[name] !== before[name]);
    if (changed.length === 0) return onClose();
    const patch = Object.fromEntries(changed.map((name) => [name, fieldValue(name, form[name])]));
    const answer = await write<IncidentDetail>("PATCH", api, { ...patch, expectedVersion: base.version });
    if (answer.ok) {
      await refresh();
      onClose();
    } else if (answer.code === "stale_version") {
      setBase(answer.details.current as IncidentSummary);
      setStale(true);
    }
  };
  return (
    <FormDialog
      title={t("change.facts")}
      size="lg"
      busy={busy}
      failure={failure?.code === "stale_version" ? null : failure?.text}
      onSubmit={save}
      onClose={onClose}
    >
      {stale && (
        <Notice tone="warning" live title={t("change.factsStale", { name: base.key })}>
          {t("change.factsStaleText")}
        </Notice>
      )}
      <Field label={t("fact.title")} required>
        <Input value={form.title} maxLength={300} onChange={set("title")} />
      </Field>
      <Field label={t("fact.summary")}>
        <Textarea value={form.summary} maxLength={20_000} onChange={set("summary")} />
      </Field>
      <Field label={t("fact.services")} hint={t("change.servicesHint")}>
        <Input value={form.services} onChange={set("services")} />
      </Field>
      <Field label={t("fact.rootCause")}>
        <Textarea
          data-autofocus={focus === "rootCause" || undefined}
          value={form.rootCause}
          maxLength={20_000}
          onChange={set("rootCause")}
        />
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        {times.map((name) => (
          <Field key={name} label={t(`fact.${name}`)} hint={t("change.timesHint")}>
            <Input type="datetime-local" step={1} value={form[name]} onChange={set(name)} />
          </Field>
        ))}
      </div>
    </FormDialog>
  );
}

function fieldValue(name: keyof Form, text: string): string | string[] | null {
  if (name === "services") return text.split(/[\s,]+/).filter(Boolean);
  if (name === "rootCause") return text.trim() || null;
  return name === "title" || name === "summary" ? text : fromLocalInput(text);
}
