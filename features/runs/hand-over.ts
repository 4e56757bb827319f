import { secondsBetween } from "./budget";
import type { RunView, StepView } from "./schema";

/** The words that a hand-over is put together with, in the writer's language. */
export type HandOverWords = {
  heading: (title: string) => string;
  incident: (incident: NonNullable<RunView["incident"]>) => string;
  /** @param seconds since the start */
  state: (run: RunView, seconds: number) => string;
  over: (titles: string) => string;
  sections: { done: string; decisions: string; evidence: string; said: string; next: string; links: string };
  nothing: string;
  stepState: (state: StepView["state"]) => string;
  by: (name: string) => string;
  /** @param seconds spent */
  spent: (seconds: number) => string;
  onIt: (title: string, name: string) => string;
  ahead: (titles: string) => string;
  escalate: string;
  links: { run: string; incident: string; runbook: string };
};

/** What the hand-over needs besides the run. */
export type HandOverContext = {
  /** Where the portal is reached, without a slash at the end. */
  origin: string;
  /** Path of the run's page. */
  path: string;
  /** The server's time. */
  now: Date;
  /** What people wrote on the incident's timeline, oldest first. */
  said: { text: string; at: string; name: string }[];
};

/** Lines of pasted output that a hand-over carries for each step: the last ones say how it ended. */
const evidenceLines = 6;
const lineLength = 200;

/**
 * What somebody who takes over has to know: the state, what was tried and what came out, what was decided and supposed, the
 * evidence, what is next, and where to read on. Markdown, to be pasted anywhere.
 */
export function handOver(run: RunView, words: HandOverWords, { origin, path, now, said }: HandOverContext): string {
  const worked = run.steps.filter(({ state }) => ["done", "failed", "skipped", "active"].includes(state));
  const overdue = run.clocks.filter(({ dueAt }) => Date.parse(dueAt) <= now.getTime()).map(({ title }) => title);
  const head = [
    `# ${words.heading(run.title)}`,
    ...(run.incident ? [words.incident(run.incident)] : []),
    words.state(run, secondsBetween(new Date(run.startedAt), now)),
    ...(overdue.length > 0 ? [words.over([...new Set(overdue)].join(", "))] : []),
  ];
  const { sections } = words;
  const parts = [
    head.join("\n"),
    section(
      sections.done,
      worked.filter(isStep).map((step) => doneLine(step, words)),
      words.nothing,
    ),
    section(
      sections.decisions,
      worked.filter(({ option }) => option).map(({ title, option }) => `- ${title} → ${option}`),
    ),
    section(
      sections.said,
      said.map(({ text, at, name }) => `- ${at.slice(11, 16)} UTC, ${name}: ${oneLine(text)}`),
    ),
    section(sections.evidence, worked.filter(({ evidence }) => evidence).map(evidenceOf)),
    section(sections.next, nextLines(run, words)),
    section(sections.links, [
      `- ${words.links.run}: ${origin}${path}`,
      ...(run.incident ? [`- ${words.links.incident}: ${origin}/incidents/${run.incident.key}`] : []),
      `- ${words.links.runbook}: ${origin}/runbooks/${run.runbook}#${run.procedure}`,
    ]),
  ];
  return parts.filter(Boolean).join("\n\n");
}

const isStep = ({ type, state }: StepView) => type === "step" || state !== "done";

function doneLine(step: StepView, words: HandOverWords): string {
  const { startedAt, endedAt, claimedBy, note } = step;
  const spent = startedAt && endedAt ? secondsBetween(new Date(startedAt), new Date(endedAt)) : 0;
  const facts = [claimedBy && words.by(claimedBy.name), spent > 0 && words.spent(spent)].filter(Boolean).join(", ");
  const head = `- ${words.stepState(step.state)}: ${step.title}${facts ? ` (${facts})` : ""}`;
  return note?.trim() ? `${head}. ${oneLine(note)}` : head;
}

function evidenceOf({ title, evidence }: StepView): string {
  const lines = (evidence ?? "").trimEnd().split("\n").slice(-evidenceLines);
  return [`- ${title}:`, "  ```", ...lines.map((line) => `  ${cut(line)}`), "  ```"].join("\n");
}

function nextLines(run: RunView, words: HandOverWords): string[] {
  const active = run.steps.filter(({ state }) => state === "active");
  const open = run.steps.filter(({ state, phase }) => state === "pending" && phase !== "escalation");
  const focused = open.find(({ id }) => id === run.focus.stepId);
  const ahead = focused ? [focused, ...open.filter((step) => step !== focused)] : open;
  return [
    ...(run.status === "active" && run.focus.stage === "escalation" ? [`- ${words.escalate}`] : []),
    ...active.map(({ title, claimedBy }) => `- ${words.onIt(title, claimedBy?.name ?? "?")}`),
    ...(ahead.length > 0
      ? [
          `- ${words.ahead(
            ahead
              .slice(0, 3)
              .map(({ title }) => title)
              .join(" · "),
          )}`,
        ]
      : []),
  ];
}

function section(title: string, lines: string[], nothing?: string): string {
  if (lines.length === 0 && nothing === undefined) return "";
  return [`## ${title}`, ...(lines.length > 0 ? lines : [`- ${nothing}`])].join("\n");
}

const oneLine = (text: string) => cut(text.trim().replaceAll(/\s+/g, " "));
const cut = (line: string) => (line.length > lineLength ? `${line.slice(0, lineLength)}…` : line);
