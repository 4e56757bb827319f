"use client";
import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { initials } from "@/components/ui/face";
import { useTicking } from "@/components/ui/now";
import { DateTime } from "@/components/ui/time";
import type { IncidentState } from "../../incident-schema";
import { roleNames } from "../../vocabulary";
import { Panel } from "../side/panel";
import { useLiveIncident } from "../view/live-incident";

type Interval = IncidentState["roleHistory"][number];

/** Who held which role from when to when: a bar each on the incident's own length, and the same in words. */
export function RoleBars() {
  const t = useTranslations("incidents");
  const { incident } = useLiveIncident();
  const now = useTicking("minute");
  const { roleHistory } = incident;
  if (roleHistory.length === 0) return null;
  const start = Date.parse(incident.declaredAt);
  const end = Math.max(now, ...roleHistory.map(({ since, until }) => Date.parse(until ?? since)));
  const length = Math.max(end - start, 60_000);
  const part = (at: number) => Math.max(0, Math.min(100, ((at - start) / length) * 100));
  const shown = roleNames.filter((role) => roleHistory.some((each) => each.role === role));
  return (
    <Panel title={t("handover.bars")}>
      <dl className="grid gap-2 text-sm">
        {shown.map((role) => {
          const held = roleHistory.filter((each) => each.role === role);
          return (
            <div key={role}>
              <dt className="text-muted">{t(`role.${role}`)}</dt>
              <dd>
                <div aria-hidden className="relative mt-0.5 mb-1 h-5 overflow-hidden rounded bg-raised">
                  {held.map((each, index) => {
                    const from = part(Date.parse(each.since));
                    const to = part(each.until ? Date.parse(each.until) : end);
                    return <Bar key={each.since} interval={each} from={from} to={to} odd={index % 2 === 1} />;
                  })}
                </div>
                <ul className="text-xs">
                  {held.map((each) => (
                    <li key={each.since} className="flex flex-wrap gap-x-1.5">
                      <span className={each.until ? "text-muted" : "font-medium"}>{each.person.name}</span>
                      <span className="text-muted">
                        <DateTime at={each.since} style="time" />
                        {" – "}
                        {each.until ? <DateTime at={each.until} style="time" /> : t("handover.now")}
                      </span>
                    </li>
                  ))}
                </ul>
              </dd>
            </div>
          );
        })}
      </dl>
    </Panel>
  );
}

function Bar({ interval, from, to, odd }: { interval: Interval; from: number; to: number; odd: boolean }) {
  const wide = to - from > 12;
  return (
    <span
      title={interval.person.name}
      style={{ left: `${from}%`, width: `max(3px, ${to - from}%)` }}
      className={classes(
        "absolute inset-y-0 flex items-center overflow-hidden border-r-2 border-surface px-1 text-[0.625rem] font-semibold text-accent-ink",
        odd ? "bg-accent-strong" : "bg-accent",
      )}
    >
      {wide && initials(interval.person.name)}
    </span>
  );
}
