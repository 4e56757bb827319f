"use client";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SeverityMark } from "@/components/ui/severity-mark";
import { StatusMark, stepStates } from "@/components/ui/status-mark";
import type { Moment, RunMoment } from "../../replay/moment";
import { momentAt, type ReplayIndex } from "../../replay/replay-index";
import { roleNames } from "../../vocabulary";
import { statusShapes } from "./status-shapes";

const tickedTitles = (checks: Moment["checks"]): string[] =>
  Object.values(checks).flatMap(({ title, checked }) => (checked.value ? [title] : []));

/** How the incident stands at a moment: status, severity, roles, runs with their steps, checklists. */
export function MomentPanel({ index, at }: { index: ReplayIndex; at: number }) {
  const t = useTranslations("incidents");
  const past = useTranslations("incidents.past.replay");
  const { status, severity, roles, runs, checks } = momentAt(index, at);
  const held = roleNames.flatMap((role) => {
    const person = roles[role]?.value;
    return person ? [{ role, person }] : [];
  });
  const ticked = tickedTitles(checks);
  return (
    <section aria-label={past("state")} className="grid content-start gap-4 rounded border border-line bg-surface p-4">
      <p className="flex flex-wrap items-baseline gap-3 text-lg font-medium">
        {status ? (
          <span>
            <span aria-hidden className="mr-1.5">
              {statusShapes[status.value]}
            </span>
            {t(`status.${status.value}`)}
          </span>
        ) : (
          <span className="text-base font-normal text-muted">{past("before")}</span>
        )}
        {severity && <SeverityMark severity={severity.value} />}
      </p>
      <Part title={past("roles")} none={held.length === 0 && past("noRoles")}>
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-sm">
          {held.map(({ role, person }) => (
            <div key={role} className="contents">
              <dt className="text-muted">{t(`role.${role}`)}</dt>
              <dd className="wrap-anywhere">{person}</dd>
            </div>
          ))}
        </dl>
      </Part>
      <Part title={past("runs")} none={Object.keys(runs).length === 0 && past("noRuns")}>
        <ul className="grid gap-2">
          {Object.entries(runs).map(([id, run]) => (
            <RunState key={id} run={run} />
          ))}
        </ul>
      </Part>
      <Part title={past("checklists")} none={ticked.length === 0 && past("noChecks")}>
        <ul className="text-sm">
          {ticked.map((title) => (
            <li key={title} className="flex gap-1.5 wrap-anywhere">
              <span aria-hidden>☑</span>
              {title}
            </li>
          ))}
        </ul>
      </Part>
    </section>
  );
}

function Part({ title, none, children }: { title: string; none: string | false; children: ReactNode }) {
  return (
    <div>
      <h2 className="mb-1 text-sm font-semibold">{title}</h2>
      {none ? <p className="text-sm text-muted">{none}</p> : children}
    </div>
  );
}

function RunState({ run: { title, status, steps } }: { run: RunMoment }) {
  const runs = useTranslations("runs.status");
  const shown = Object.entries(steps).filter(([, { title, state }]) => title !== null && state.value !== "pending");
  return (
    <li className="text-sm">
      <p className="font-medium wrap-anywhere">
        {title} <span className="font-normal text-muted">· {runs(status.value as "active")}</span>
      </p>
      <ul>
        {shown.map(([id, step]) => (
          <li key={id} className="flex gap-1.5">
            <StatusMark compact state={stepStates.find((name) => name === step.state.value) ?? "pending"} />
            <span className="min-w-0 wrap-anywhere">{step.title}</span>
          </li>
        ))}
      </ul>
    </li>
  );
}
