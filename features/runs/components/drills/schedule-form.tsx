"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { v7 } from "uuid";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { call } from "@/lib/http/client";
import type { DrillChoice } from "../../drills/choices";
import type { DrillView } from "../../drills/schema";
import { type Rhythm, rhythms } from "../../drills/turns";
import { RhythmWords } from "./rhythm-words";

type ScheduleFormProps = {
  services: string[];
  service: string;
  /** Runbooks of that service. */
  choices: DrillChoice[];
  drills: DrillView[];
  zone: string;
  /** `YYYY-MM-DD`, by the portal's clocks. */
  tomorrow: string;
  asked: { runbook: string; procedure: string };
};

/** Which procedure of which service is rehearsed, how often and from when. One that has a schedule gets it changed. */
export function ScheduleForm({ services, drills, zone, tomorrow, asked, ...start }: ScheduleFormProps) {
  const t = useTranslations("runs.drills");
  const router = useRouter();
  const [service, setService] = useState(start.service);
  const [choices, setChoices] = useState(start.choices);
  const latest = useRef(service);
  const first = choices.find(({ path }) => path === asked.runbook) ?? choices[0];
  const [runbook, setRunbook] = useState(first?.path ?? "");
  const [procedure, setProcedure] = useState(
    first?.procedures.find(({ id }) => id === asked.procedure)?.id ?? first?.procedures[0]?.id ?? "",
  );
  const [when, setWhen] = useState<{ rhythm: Rhythm; date: string; time: string } | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [id] = useState(() => v7());

  const choice = choices.find((one) => one.path === runbook);
  const existing = drills.find((drill) => drill.runbook === runbook && drill.procedure === procedure);
  const { rhythm, date, time } = when ?? existing ?? { rhythm: "monthly", date: tomorrow, time: "10:00" };

  const go = (next: DrillChoice | undefined) => {
    setRunbook(next?.path ?? "");
    setProcedure(next?.procedures[0]?.id ?? "");
    setWhen(null);
  };
  const goTo = async (next: string) => {
    setService(next);
    latest.current = next;
    setProblem(null);
    const address = `/api/v1/runbooks?${new URLSearchParams({ service: next })}`;
    const answer = await call<{ runbooks: DrillChoice[] }>("GET", address);
    if (latest.current !== next) return;
    const able = answer.ok ? answer.value.runbooks.filter(({ procedures }) => procedures.length > 0) : [];
    setChoices(able);
    go(able[0]);
    if (!answer.ok) setProblem(answer.title || t("unread"));
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
        <Select value={service} onChange={({ target }) => void goTo(target.value)}>
          {services.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </Select>
      </Field>
      <Field label={t("runbook")}>
        <Select value={runbook} onChange={({ target }) => go(choices.find((one) => one.path === target.value))}>
          {choices.map((one) => (
            <option key={one.path} value={one.path}>
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
