import type { StepState } from "../machine";
import type { Journal } from "../replay/journal";

/** An event of a run as far as a step's history goes. */
export type Recorded = { at: Date; actorName: string; data: Journal };

/** What was recorded of a step before it was handed out again. */
export type Round = {
  state: StepState;
  by: string;
  /** When it was finished. */
  at: string;
  option: string | null;
  note: string | null;
  evidence: string | null;
  /** When it was reopened, or a loop came back to it. */
  until: string;
};

const finished = new Set<string>(["done", "failed", "skipped"]);

/** Characters of pasted output that a round shows. */
const shownEvidence = 20_000;

/** The earlier rounds of a step, the first one first, from its events: going back takes what was recorded off the row, never off the record. */
export function roundsOf(stepId: string, events: Recorded[]): Round[] {
  const rounds: Round[] = [];
  let row: Record<string, unknown> = {};
  for (const { at, actorName, data } of events) {
    const move = data.moves?.find((one) => one.stepId === stepId);
    if (!move) continue;
    if (move.from && finished.has(move.from) && !finished.has(move.to)) {
      const text = (name: string) => (typeof row[name] === "string" ? (row[name] as string) : null);
      rounds.push({
        state: move.from as StepState,
        by: text("claimedBy") ?? actorName,
        at: text("endedAt") ?? at.toISOString(),
        option: text("option"),
        note: text("note"),
        evidence: text("evidence")?.slice(0, shownEvidence) ?? null,
        until: at.toISOString(),
      });
    }
    row = { ...row, ...move.set };
  }
  return rounds;
}
