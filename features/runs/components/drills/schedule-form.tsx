"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { v7 } from "uuid";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { call } from "@/lib/http/client";
import type { DrillView } from "../../drills/schema";
import { type Rhythm, rhythms } from "../../drills/turns";
import { RhythmWords } from "./rhythm-words";

type Choice = { service: string; runbook: string; title: string; procedures: { id: string; title: string }[] };

type ScheduleFormProps = {
  choices: Choice[];
  drills: DrillView[];
  zone: string;
  /** `YYYY-MM-DD`, by the portal's clocks. */
  tomorrow: string;
  asked: { runbook: string; procedure: string };
};

/** Which procedure of which service is rehearsed, how often and from when. One that has a schedule gets it changed. */
export function ScheduleForm({ choices, drills, zone, tomorrow, asked }: ScheduleFormProps) {
  const t = useTranslations("runs.drills");
  const router = useRouter();
  const first = choices.find(({ runbook }) => runbook === asked.runbook) ?? choices[0];
  const [runbook, setRunbook] = useState(first?.runbook ?? "");
  const [procedure, setProcedure] = useState(
    first?.procedures.find(({ id }) => id === asked.procedure)?.id ?? first?.procedures[0]?.id ?? "",
  );
  const [when, setWhen] = useState<{ rhythm: Rhythm; date: string; time: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [id] = useState(() => v7());

  const choice = choices.find((one) => one.runbook === runbook);
  const existing = drills.find((drill) => drill.runbook === runbook && drill.procedure === procedure);
  const { rhythm, date, time } = when ?? existing ?? { rhythm: "monthly", date: tomorrow, time: "10:00" };
  const services = [...new Set(choices.map(({ service }) => service))];
  const ofService = choices.filter(({ service }) => service === choice?.service);

  const go = (next: Choice | undefined) => {
    setRunbook(next?.runbook ?? "");
    setProcedure(next?.procedures[0]?.id ?? "");
    setWhen(null);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const known = existing ? { expectedVersion: existing.version } : { id };
    const answer = await call("POST", "/api/v1/drills", { runbook, procedure, rhythm, date, time, ...known });
    if (answer.ok) return router.push("/runs");
    setBusy(false);
    setProblem(answer.code === "validation_failed" ? t("past") : answer.title || t("unchanged"));
  };

  return (
    <form onSubmit={(event) => void submit(event)} className="grid max-w-xl gap-4">
      {problem && <Notice tone="danger" title={problem} live />}
      <Field label={t("service")}>
        <Select
          value={choice?.service}
          onChange={({ target }) => go(choices.find(({ service }) => service === target.value))}
        >
          {services.map((service) => (
            <option key={service}>{service}</option>
          ))}
        </Select>
      </Field>
      <Field label={t("runbook")}>
        <Select value={runbook} onChange={({ target }) => go(choices.find((one) => one.runbook === target.value))}>
          {ofService.map((one) => (
            <option key={one.runbook} value={one.runbook}>
              {one.title}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("procedure")} hint={existing ? t("existing") : undefined}>
        <Select
          value={procedure}
          onChange={({ target }) => {
            setProcedure(target.value);
            setWhen(null);
          }}
        >
          {choice?.procedures.map(({ id: one, title }) => (
            <option key={one} value={one}>
              {title}
            </option>
          ))}
        </Select>
      </Field>
      <fieldset>
        <legend className="mb-1 text-sm font-medium">{t("rhythm")}</legend>
        <div className="flex gap-5">
          {rhythms.map((one) => (
            <label key={one} className="flex min-h-11 items-center gap-2">
              <input
                type="radio"
                name="rhythm"
                className="size-4 accent-accent"
                checked={rhythm === one}
                onChange={() => setWhen({ rhythm: one, date, time })}
              />
              {t(`rhythmName.${one}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid grid-cols-2 gap-4">
        <Field label={t("date")} required>
          <Input
            type="date"
            min={tomorrow}
            value={date}
            onChange={({ target }) => setWhen({ rhythm, date: target.value, time })}
          />
        </Field>
        <Field label={t("time")} hint={zone} required>
          <Input type="time" value={time} onChange={({ target }) => setWhen({ rhythm, date, time: target.value })} />
        </Field>
      </div>
      <p role="status" className="text-muted">
        <RhythmWords rhythm={rhythm} date={date} time={time} />
      </p>
      <div className="flex gap-2">
        <Button type="submit" variant="primary" disabled={busy || !procedure}>
          {t(existing ? "save" : "schedule")}
        </Button>
        <ButtonLink href="/runs" variant="ghost">
          {t("cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}
