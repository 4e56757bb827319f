import type { StepState } from "./machine";
import type { StepView } from "./schema";

/** A place on the way: a step, a question, or several steps alike drawn as one. */
export type PathNode = {
  id: string;
  title: string;
  state: StepState;
  decision: boolean;
  /** Where the run is now. */
  here: boolean;
  /** The answer given. */
  option: string | null;
  /** Steps that this one stands for. */
  count: number;
};

/** A phase of the way; a loop or another procedure makes more of a kind. */
export type PathPhase = { procedure: string; phase: StepView["phase"]; nodes: PathNode[] };

/** Steps up to which each is drawn by itself. */
const drawnEach = 24;
/** A row of steps alike that is longer is drawn as one. */
const longestRow = 3;

/**
 * The way through the procedure as a picture shows it: phases, their steps in order, questions as forks. A long procedure is drawn
 * together where nothing differs: what is finished, what lies ahead, what was not taken.
 */
export function pathPicture(steps: StepView[], here: string | null): PathPhase[] {
  const phases: PathPhase[] = [];
  for (const step of steps) {
    const node: PathNode = {
      id: step.id,
      title: step.title,
      state: step.state,
      decision: step.type === "decision",
      here: step.id === here,
      option: step.option,
      count: 1,
    };
    const last = phases.at(-1);
    if (last && last.procedure === step.procedure && last.phase === step.phase) last.nodes.push(node);
    else phases.push({ procedure: step.procedure, phase: step.phase, nodes: [node] });
  }
  return steps.length <= drawnEach ? phases : phases.map((one) => ({ ...one, nodes: drawnTogether(one.nodes) }));
}

function drawnTogether(nodes: PathNode[]): PathNode[] {
  const rows: PathNode[][] = [];
  for (const node of nodes) {
    const row = rows.at(-1);
    if (row?.[0] && isAlike(row[0], node)) row.push(node);
    else rows.push([node]);
  }
  return rows.flatMap((row) => {
    const [first] = row;
    return first && row.length > longestRow ? [{ ...first, count: row.length }] : row;
  });
}

const isAlike = (a: PathNode, b: PathNode): boolean =>
  a.state === b.state && a.state !== "active" && ![a, b].some(({ decision, here }) => decision || here);
