"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef, useState } from "react";
import { v7 } from "uuid";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { call } from "@/lib/http/client";
import { type Prefill, prefilledProcedure, procedureOf, proposedTitle } from "../../declare/proposal";
import type { TriageChoice } from "../../declare/triage";
import type { DeclaredIncident } from "../../incident-schema";
import type { DeclarableService } from "../../library/service-info";
import { useWrite } from "../change/use-write";
import { ProcedureChoice } from "./procedure-choice";
import { SeverityChoice } from "./severity-choice";
import { TriageChoices } from "./triage-choices";

type DeclareFormProps = { services: DeclarableService[]; prefill: Prefill };

/** One screen: what is seen, what that proposes, Enter. What a person chose by hand is never proposed over. */
export function DeclareForm({ services, prefill }: DeclareFormProps) {
  const t = useTranslations("incidents.declare");
  const router = useRouter();
  const { busy, failure, write } = useWrite();
  const form = useRef<HTMLFormElement>(null);
  // One id for this form: however often it is sent, it is one incident.
  const [id] = useState(() => v7());
  const [service, setService] = useState(prefill.service ?? (services.length === 1 ? (services[0]?.name ?? "") : ""));
  const [choice, setChoice] = useState<TriageChoice | null>(null);
  const [details, setDetails] = useState("");
  const [ownTitle, setOwnTitle] = useState(prefill.title);
  const [ownSeverity, setOwnSeverity] = useState(prefill.severity);
  const [procedure, setProcedure] = useState(prefilledProcedure(services, prefill));
  const [drill, setDrill] = useState(false);
  const triage = services.find(({ name }) => name === service)?.triage ?? [];

  const fallback = service ? t("untitled", { service }) : t("untitledNoService");
  const title = ownTitle ?? proposedTitle(choice?.symptom ?? null, details, procedure) ?? fallback;
  const proposed = choice?.severity ?? procedure?.severity ?? null;
  const severity = ownSeverity ?? proposed ?? "SEV3";
  const reason = ownSeverity === null && proposed ? (choice?.severity ? choice.symptom : procedure?.title) : null;

  const choose = (next: TriageChoice | null) => {
    setChoice(next);
    setProcedure(next ? procedureOf(next) : prefilledProcedure(services, prefill));
  };
  const declare = async (start: boolean) => {
    const answer = await write<DeclaredIncident>("POST", "/api/v1/incidents", {
      id,
      title: title.trim() || fallback,
      severity,
      services: service ? [service] : [],
      kind: drill ? "drill" : "incident",
      summary: details.trim(),
      runbook: procedure?.runbook,
      procedure: procedure?.id,
    });
    if (!answer.ok) return;
    const page = `/incidents/${answer.value.key}`;
    if (!procedure || !start) return router.push(page);
    const run = await call<{ id: string }>("POST", `/api/v1${page}/runs`, {
      runbook: procedure.runbook,
      procedure: procedure.id,
    });
    const offer = new URLSearchParams({ runbook: procedure.runbook, procedure: procedure.id });
    router.push(run.ok ? `${page}/runs/${run.value.id}` : `${page}?${offer}`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.current?.requestSubmit();
  };

  return (
    <form
      ref={form}
      className="grid items-start gap-x-10 gap-y-6 pb-32 lg:pb-0 lg:grid-cols-[minmax(0,1fr)_24rem]"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void declare(procedure !== null);
      }}
    >
      <div className="grid min-w-0 gap-6">
        <Field label={t("service")}>
          <Select
            value={service}
            onChange={(event) => {
              setService(event.target.value);
              choose(null);
            }}
          >
            <option value="">{t("noService")}</option>
            {services.map(({ name }) => (
              <option key={name}>{name}</option>
            ))}
            {service && !services.some(({ name }) => name === service) && <option>{service}</option>}
          </Select>
        </Field>
        {triage.length > 0 && <TriageChoices choices={triage} chosen={choice?.symptom ?? null} onChoose={choose} />}
        <Field label={triage.length > 0 ? t("details") : t("whatDoYouSee")} hint={t("detailsHint")}>
          <Textarea
            rows={3}
            maxLength={20_000}
            autoFocus={triage.length === 0}
            value={details}
            onChange={(event) => setDetails(event.target.value)}
          />
        </Field>
      </div>
      <div className="grid min-w-0 gap-5 lg:sticky lg:top-20">
        <ProcedureChoice chosen={procedure} query={ownTitle?.trim() || details} onChoose={setProcedure} />
        <SeverityChoice value={severity} reason={reason ?? null} onChange={setOwnSeverity} />
        <Field label={t("incidentTitle")} required>
          <Input value={title} maxLength={300} onChange={(event) => setOwnTitle(event.target.value)} />
        </Field>
        <label className="flex items-start gap-2">
          <input
            type="checkbox"
            checked={drill}
            onChange={(event) => setDrill(event.target.checked)}
            className="mt-1 accent-accent"
          />
          <span>
            {t("kind")}
            <span className="block text-sm text-muted">{t("kindHint")}</span>
          </span>
        </label>
        {failure && (
          <Notice tone="danger" live title={t("failed")}>
            {failure.text}
          </Notice>
        )}
        <div className="fixed inset-x-0 bottom-0 z-20 grid gap-2 border-t border-line bg-canvas px-4 py-3 lg:static lg:border-0 lg:p-0">
          <Button type="submit" size="lg" variant="primary" disabled={busy}>
            {busy ? t("sending") : procedure ? t("submitAndStart") : t("submit")}
          </Button>
          {procedure && (
            <Button size="lg" disabled={busy} onClick={() => void declare(false)}>
              {t("submitOnly")}
            </Button>
          )}
        </div>
      </div>
    </form>
  );
}
