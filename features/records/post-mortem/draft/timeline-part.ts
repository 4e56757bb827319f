import type { EntryKind } from "@/features/incidents/timeline/schema";
import { incidentStatuses, roleNames } from "@/features/incidents/vocabulary";
import { maskSecrets } from "@/lib/secrets/mask-secrets";
import type { EntryRecord, IncidentExport } from "../../export-schema";
import { sinceStart, stamp } from "./clock";
import { startOf } from "./impact-part";
import type { DraftLimits } from "./limits";
import { firstLine, indented, plainLine, safeMarkdown } from "./safe-markdown";
import type { DraftWords } from "./words";

/** A line that was written down later than this after it happened says so. Seconds. */
export const lateAfter = 120;

/** What a post-mortem keeps first when there is too much. Copied commands and machine-made notes are left out altogether. */
const worth: Record<EntryKind, number> = {
  status: 0,
  severity: 0,
  role: 0,
  decision: 1,
  update: 1,
  escalation: 1,
  verification: 2,
  alert: 2,
  evidence: 3,
  attachment: 4,
  link: 4,
  step: 4,
  note: 5,
};
/** Kinds that tell in one line; the others are told in full, up to a bound. */
const oneLine = new Set<EntryKind>(["step", "verification", "note", "link", "attachment", "alert"]);
const leftOut = new Set([
  "copy",
  "variables",
  "runbook",
  "checklist_checked",
  "checklist_unchecked",
  "follow_up_added",
  "follow_up_done",
  "follow_up_reopened",
]);

/** The entries that a post-mortem is written from, in the order in which things happened. */
export function toldEntries(entries: EntryRecord[], most: number): { told: EntryRecord[]; more: number } {
  const relevant = entries.filter(({ data, retractedAt }) => !retractedAt && !leftOut.has(String(data.event)));
  const kept = relevant.toSorted((a, b) => worth[a.kind] - worth[b.kind] || a.seq - b.seq).slice(0, most);
  const told = kept.toSorted((a, b) => a.happenedAt.localeCompare(b.happenedAt) || a.seq - b.seq);
  return { told, more: relevant.length - told.length };
}

/** The timeline of a post-mortem: UTC, the time since the start, who, and what. */
export function timelinePart(
  { incident, entries }: IncidentExport,
  key: string,
  words: DraftWords,
  { lines: most, text: characters }: DraftLimits,
): string {
  const { t } = words;
  const { told, more } = toldEntries(entries, most);
  const lines = told.map((entry) => {
    const late = (Date.parse(entry.recordedAt) - Date.parse(entry.happenedAt)) / 1_000 > lateAfter;
    const at = `**${stamp(entry.happenedAt)}** (${sinceStart(startOf(incident), entry.happenedAt)})`;
    const head = `${at} ${plainLine(entry.actorName)} · ${words.words(`incidents.timeline.kind.${entry.kind}`)}`;
    const mark = late ? ` · *${t("late", { time: stamp(entry.recordedAt) })}*` : "";
    const text = textOf(entry, words, characters);
    const isShort = !text.includes("\n");
    return isShort ? `- ${head}${mark}: ${text}` : `- ${head}${mark}\n\n${indented(text)}`;
  });
  const rest = more > 0 ? [t("more", { count: more, link: `/incidents/${key}` })] : [];
  // Apart, because a parser's time for a list without blank lines is quadratic in its marks.
  return [...lines, ...rest].join("\n\n");
}

function textOf({ kind, data, body }: EntryRecord, { words }: DraftWords, characters: number): string {
  // The draft is bound for a repository: what nobody was asked about when it was written down leaves without its secrets.
  const text = maskSecrets(body);
  const reason = typeof data.reason === "string" && data.reason ? `: ${firstLine(maskSecrets(data.reason))}` : "";
  const [from, to] = [known(incidentStatuses, data.from), known(incidentStatuses, data.to)];
  if (kind === "status" && from && to)
    return `${words(`incidents.status.${from}`)} → ${words(`incidents.status.${to}`)}${reason}`;
  if (kind === "status" && data.event === "declared") return words("incidents.timeline.did.declared");
  const role = known(roleNames, data.role);
  if (kind === "role" && role) {
    const { name } = (data.person ?? {}) as { name?: unknown };
    const label = words(`incidents.role.${role}`);
    return data.action === "assumed" && typeof name === "string"
      ? words("incidents.timeline.did.assumed", { role: label, person: plainLine(name) })
      : words("incidents.timeline.did.renounced", { role: label });
  }
  return (oneLine.has(kind) ? firstLine(text) : safeMarkdown(text, characters)) || "—";
}

const known = <T extends string>(names: readonly T[], value: unknown): T | null =>
  names.find((name) => name === value) ?? null;
