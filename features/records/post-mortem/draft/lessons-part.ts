import { isActive } from "@/features/incidents/machine";
import type { IncidentStatus } from "@/features/incidents/schema";
import { severities } from "@/lib/severity";
import type { IncidentExport } from "../../export-schema";
import { duration, secondsBetween, stamp } from "./clock";
import { responseTimes, startOf } from "./impact-part";
import { firstLine, plainLine } from "./safe-markdown";
import { lateAfter } from "./timeline-part";
import type { DraftWords } from "./words";

/** A silence of the timeline that is worth a question, in seconds; and how many of the longest are named. */
const [silence, named] = [1_800, 3];
/** Detection that was slow, and acknowledgement that was quick, in seconds. */
const [slow, quick] = [900, 300];

const section = (title: string, hint: string, facts: string[]) =>
  [`## ${title}`, `{/* ${hint} */}`, facts.map((fact) => `- ${fact}`).join("\n")].filter(Boolean).join("\n\n");

/** What went well, what went badly, where we got lucky: what the record itself says of each, and a question for the rest. */
export function lessonsPart(record: IncidentExport, words: DraftWords): string {
  const { t } = words;
  return [
    section(t("well"), t("hint.well"), wentWell(record, words)),
    section(t("badly"), t("hint.badly"), wentBadly(record, words)),
    section(t("lucky"), t("hint.lucky"), gotLucky(record, words)),
  ].join("\n\n");
}

function wentWell({ incident, runs }: IncidentExport, { t }: DraftWords): string[] {
  const { acknowledge } = responseTimes(incident);
  const recovered = runs.filter(({ status }) => status === "recovered");
  return [
    ...(acknowledge !== null && acknowledge > 0 && acknowledge <= quick
      ? [t("fact.quick", { spent: duration(acknowledge) })]
      : []),
    ...recovered.map(({ title, startedAt, endedAt }) => {
      const spent = endedAt ? duration(secondsBetween(startedAt, endedAt)) : "";
      return t("fact.recovered", { title: plainLine(title), spent });
    }),
  ];
}

function wentBadly({ incident, entries, runs }: IncidentExport, { t }: DraftWords): string[] {
  const { detect } = responseTimes(incident);
  const standing = entries.filter(({ retractedAt }) => !retractedAt);
  const by = (event: string) => standing.filter(({ data }) => data.event === event);
  const late = standing.filter((one) => secondsBetween(one.happenedAt, one.recordedAt) > lateAfter).length;
  const failed = runs.flatMap(({ title, steps }) =>
    steps.filter(({ state }) => state === "failed").map((step) => ({ run: title, step: step.title })),
  );
  const worse = standing.filter(
    ({ kind, data }) =>
      kind === "severity" && severities.indexOf(data.to as "SEV1") < severities.indexOf(data.from as "SEV1"),
  );
  const reopened = standing.filter(
    ({ kind, data }) =>
      kind === "status" && data.from && isActive(data.to as IncidentStatus) && !isActive(data.from as IncidentStatus),
  );
  return [
    ...(detect !== null && detect > slow ? [t("fact.slow", { spent: duration(detect) })] : []),
    ...failed.map(({ run, step }) => t("fact.failed", { step: plainLine(step), run: plainLine(run) })),
    ...by("suggestion").map(({ body }) => t("fact.wrong", { text: firstLine(body) })),
    ...by("run-limit").map(({ data }) => t("fact.overrun", { title: plainLine(String(data.title ?? "")) })),
    ...by("approval-overridden").map(({ data }) => t("fact.override", { title: plainLine(String(data.title ?? "")) })),
    ...runs
      .filter(({ status }) => status === "escalated" || status === "abandoned")
      .map(({ title, status }) => t(`fact.${status as "escalated"}`, { title: plainLine(title) })),
    ...worse.map(({ happenedAt, data }) => t("fact.worse", { to: String(data.to), time: stamp(happenedAt) })),
    ...reopened.map(({ happenedAt }) => t("fact.reopened", { time: stamp(happenedAt) })),
    ...(late > 0 ? [t("fact.late", { count: late })] : []),
    ...silences(incident, standing).map(({ from, seconds }) =>
      t("fact.silence", { time: stamp(from), spent: duration(seconds) }),
    ),
  ];
}

function gotLucky({ incident, runs }: IncidentExport, { t }: DraftWords): string[] {
  const unplanned = incident.mitigatedAt && runs.every(({ status }) => status !== "recovered");
  return unplanned ? [t("fact.unplanned")] : [];
}

/** The longest times without a word between the start and the end of the impact. */
function silences(incident: IncidentExport["incident"], entries: IncidentExport["entries"]) {
  const end = incident.resolvedAt ?? incident.mitigatedAt;
  const times = [startOf(incident), ...entries.map(({ happenedAt }) => happenedAt), ...(end ? [end] : [])]
    .filter((at) => at >= startOf(incident) && (!end || at <= end))
    .toSorted();
  return times
    .slice(1)
    .map((to, at) => ({ from: times[at] ?? to, seconds: secondsBetween(times[at] ?? to, to) }))
    .filter(({ seconds }) => seconds > silence)
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, named)
    .toSorted((a, b) => a.from.localeCompare(b.from));
}
