import { maskSecrets } from "@/lib/secrets/mask-secrets";
import type { IncidentExport, RunRecord } from "../../export-schema";
import { duration, secondsBetween, stamp } from "./clock";
import type { DraftLimits } from "./limits";
import { firstLine, plainLine } from "./safe-markdown";
import type { DraftWords } from "./words";

const marks = { pending: "○", active: "◐", done: "●", failed: "✕", skipped: "⤼", not_taken: "┄" } as const;
/** What was run, by which text, and what became of each step. */
export function pathPart(
  { incident, runs }: IncidentExport,
  key: string,
  words: DraftWords,
  limits: DraftLimits,
): string {
  const { t } = words;
  if (runs.length === 0) return t("noRuns", { services: incident.services.map(plainLine).join(", ") || "—" });
  const told = runs.slice(0, limits.runs).map((run) => runPart(run, key, words, limits.steps));
  const more = runs.length - told.length;
  return [...told, ...(more > 0 ? [t("more", { count: more, link: `/incidents/${key}` })] : [])].join("\n\n");
}

function runPart(run: RunRecord, key: string, { t, words }: DraftWords, mostSteps: number): string {
  const source = `${run.runbook}#${run.procedure}`;
  const page = `/runbooks/${run.runbook.split("/").map(encodeURIComponent).join("/")}`;
  const version = run.commit
    ? t("atCommit", { link: `[\`${run.commit.slice(0, 8)}\`](${page}/history/${run.commit})` })
    : t("atBlob", { blob: run.blob.slice(0, 8) });
  const spent = run.endedAt ? ` (${duration(secondsBetween(run.startedAt, run.endedAt))})` : "";
  const facts = [
    `**${words(`runs.status.${run.status}`)}**`,
    `${stamp(run.startedAt)} – ${run.endedAt ? stamp(run.endedAt) : ""}${spent}`,
    plainLine(run.startedBy),
    `[${t("run")}](/incidents/${key}/runs/${run.id})`,
  ];
  const walked = run.steps.filter(({ state }) => state !== "not_taken");
  const taken = walked.slice(0, mostSteps);
  const steps = taken.map(({ state, title, option, claimedBy, endedAt, note }) => {
    const more = [
      option && `→ ${plainLine(option)}`,
      claimedBy && plainLine(claimedBy),
      endedAt && stamp(endedAt),
      note && firstLine(maskSecrets(note)),
    ];
    const said = `${marks[state]} ${words(`ui.stepState.${state}`)}: ${plainLine(title)}`;
    return `1. ${[said, ...more.filter(Boolean)].join(" · ")}`;
  });
  const [folded, beyond] = [run.steps.length - walked.length, walked.length - taken.length];
  return [
    `### ${plainLine(run.title)}`,
    `[${plainLine(source)}](${page}#${encodeURIComponent(run.procedure)}), ${version}`,
    facts.join(" · "),
    steps.join("\n\n"),
    beyond > 0 ? t("moreSteps", { count: beyond }) : "",
    folded > 0 ? `┄ ${t("notTaken", { count: folded })}` : "",
  ]
    .filter(Boolean)
    .join("\n\n");
}
