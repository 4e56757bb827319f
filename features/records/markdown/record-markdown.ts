import { createTranslator } from "next-intl";
import { keyOf } from "@/features/incidents/key";
import type { Locale } from "@/lib/context";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import type { EntryRecord, IncidentExport, RunRecord } from "../export-schema";

const messages = { es, en };
/** An entry that was written down later than this says so. Milliseconds. */
const lateMs = 120_000;

/** The record of an incident as a Markdown document, in the order in which things happened. Times are UTC. */
export function recordMarkdown(record: IncidentExport, locale: Locale): string {
  const t = createTranslator({ locale, messages: messages[locale], namespace: "records.markdown" });
  const words = createTranslator({ locale, messages: messages[locale] });
  const { incident, entries, runs, checklists, followUps, roles } = record;
  const start = incident.impactStartedAt ?? incident.declaredAt;

  const facts = [
    [words("incidents.fact.severity"), incident.severity],
    [t("status"), words(`incidents.status.${incident.status}`)],
    [words("incidents.fact.services"), incident.services.join(", ")],
    ...(["impactStartedAt", "declaredAt", "mitigatedAt", "resolvedAt", "closedAt"] as const).map((name) => [
      words(`incidents.fact.${name}`),
      incident[name] ? `${stamp(incident[name])} (${elapsed(start, incident[name])})` : "",
    ]),
    ...roles.map(({ role, personName, since, until }) => [
      words(`incidents.role.${role}`),
      `${personName}, ${stamp(since)} – ${until ? stamp(until) : ""}`,
    ]),
  ].filter(([, value]) => value);

  const parts = [
    `# ${keyOf(incident.number)} · ${line(incident.title)}`,
    table([t("fact"), t("value")], facts as string[][]),
    incident.summary && section(words("incidents.fact.summary"), incident.summary),
    incident.rootCause && section(words("incidents.fact.rootCause"), incident.rootCause),
    section(t("timeline"), entries.toSorted(byTime).map(entryLine).join("\n")),
    runs.length > 0 && section(t("runs"), runs.map(runPart).join("\n\n")),
    checklists.length > 0 && section(t("checklists"), checklists.map(check).join("\n")),
    followUps.length > 0 && section(t("followUps"), followUps.map(followUp).join("\n")),
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;

  function entryLine(entry: EntryRecord): string {
    const late = Date.parse(entry.recordedAt) - Date.parse(entry.happenedAt) > lateMs;
    const marks = [
      late && t("late", { time: stamp(entry.recordedAt) }),
      entry.revision > 0 && t("corrected", { count: entry.revision }),
      entry.retractedAt &&
        t("retracted", { by: line(entry.retractedBy ?? ""), reason: line(entry.retractReason ?? "") }),
    ].filter(Boolean);
    const head = `**${stamp(entry.happenedAt)}** (${elapsed(start, entry.happenedAt)}) ${line(entry.actorName)}`;
    const said = `${head} · ${words(`incidents.timeline.kind.${entry.kind}`)}${marks.map((mark) => ` · *${mark}*`).join("")}`;
    return `- ${said}\n\n${indented(entry.retractedAt ? struck(entry.body) : entry.body)}\n`;
  }

  function runPart(run: RunRecord): string {
    const commit = run.commit ? `, ${run.commit.slice(0, 8)}` : "";
    const until = run.endedAt ? `${stamp(run.endedAt)} (${elapsed(run.startedAt, run.endedAt)})` : "";
    const head = `### ${line(run.title)}\n\n\`${run.runbook}#${run.procedure}\`${commit}`;
    const outcome = `${words(`runs.status.${run.status}`)} · ${stamp(run.startedAt)} – ${until} · ${line(run.startedBy)}`;
    const steps = run.steps.map(({ title, state, option, claimedBy, endedAt }) => {
      const facts = [option && `→ ${line(option)}`, claimedBy && line(claimedBy), endedAt && stamp(endedAt)];
      return `1. ${words(`ui.stepState.${state}`)}: ${line(title)}${facts
        .filter(Boolean)
        .map((fact) => ` · ${fact}`)
        .join("")}`;
    });
    return [head, outcome, steps.join("\n")].join("\n\n");
  }

  function check({ title, itemTitle, checkedAt, checkedBy }: IncidentExport["checklists"][number]): string {
    const done = checkedAt ? ` · ${line(checkedBy ?? "")}, ${stamp(checkedAt)}` : "";
    return `- [${checkedAt ? "x" : " "}] ${line(title)}: ${line(itemTitle)}${done}`;
  }

  function followUp({ title, ownerName, dueOn, doneAt }: IncidentExport["followUps"][number]): string {
    return `- [${doneAt ? "x" : " "}] ${line(title)} · ${line(ownerName)} · ${dueOn.slice(0, 10)}`;
  }
}

const byTime = (a: EntryRecord, b: EntryRecord) => a.happenedAt.localeCompare(b.happenedAt) || a.seq - b.seq;

const section = (title: string, body: string) => `## ${title}\n\n${body}`;

const table = (head: string[], rows: string[][]) =>
  [head, head.map(() => "---"), ...rows.map((row) => row.map((cell) => line(cell).replaceAll("|", "\\|")))]
    .map((row) => `| ${row.join(" | ")} |`)
    .join("\n");

/** `2026-01-15 03:12:05 Z`. */
const stamp = (iso: string) => `${iso.slice(0, 10)} ${iso.slice(11, 19)} Z`;

/** `T+1:02:03`, negative before the start. */
function elapsed(start: string, at: string): string {
  const seconds = Math.round((Date.parse(at) - Date.parse(start)) / 1_000);
  const size = Math.abs(seconds);
  const two = (value: number) => String(value).padStart(2, "0");
  return `T${seconds < 0 ? "-" : "+"}${Math.floor(size / 3_600)}:${two(Math.floor(size / 60) % 60)}:${two(size % 60)}`;
}

/** A title or a name: one line that is text, not Markdown. */
const line = (text: string) =>
  text
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll(/[\\`*_[\]<>~#]/g, "\\$&");

const indented = (text: string) => text.replaceAll(/^(?=.)/gm, "  ");

/** Each paragraph struck through by itself; fenced code stays as it is. */
const struck = (text: string) =>
  text
    .split(/\n{2,}/)
    .map((part) => (/^\s*(```|~~~)/.test(part) ? part : `~~${part.trim()}~~`))
    .join("\n\n");
