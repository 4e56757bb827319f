import type { RunView } from "./schema";

/** The words that a hand-over is put together with, in the writer's language. */
export type HandOverWords = {
  heading: (title: string) => string;
  incident: (key: string, title: string) => string;
  started: (iso: string, name: string) => string;
  tried: string;
  nothing: string;
  state: (state: string) => string;
  now: (title: string) => string;
  link: (address: string) => string;
};

/** Characters of pasted output that a hand-over carries for each step. */
const evidenceShown = 300;

/** What somebody who takes over has to know: what runs where, what was tried and what came out, where it stands. Markdown. */
export function handOver(run: RunView, words: HandOverWords, address: string): string {
  const worked = run.steps.filter(({ state }) => ["done", "failed", "skipped", "active"].includes(state));
  const tried = worked.map((step) => {
    const said = [step.option && `→ ${step.option}`, step.note, step.evidence && cut(step.evidence)].filter(Boolean);
    return `- ${words.state(step.state)}: ${step.title}${said.length > 0 ? ` (${said.join("; ")})` : ""}`;
  });
  const focus = run.steps.find(({ id }) => id === run.focus.stepId);
  const head = [
    words.heading(run.title),
    ...(run.incident ? [words.incident(run.incident.key, run.incident.title)] : []),
    words.started(run.startedAt, run.startedBy.name),
  ];
  const tail = [...(focus ? [words.now(focus.title)] : []), words.link(address)];
  const body = [words.tried, ...(tried.length > 0 ? tried : [words.nothing])];
  return [head, body, tail].map((lines) => lines.join("\n")).join("\n\n");
}

const cut = (text: string) => {
  const line = text.trim().replaceAll(/\s+/g, " ");
  return line.length > evidenceShown ? `${line.slice(0, evidenceShown)}…` : line;
};
