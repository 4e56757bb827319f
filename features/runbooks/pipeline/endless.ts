import type { Flow, FlowOption, FlowStep } from "./flow";

/** A question in a loop that no answer leads out of, or whose answers all lead back. */
export type Loop = {
  path: string;
  /** Ids of the questions of the loop, this one first. */
  questions: string[];
  at: FlowOption;
  /** Every runbook that the loop runs through. */
  paths: string[];
};

type Node = { key: string; path: string; step: FlowStep; next: string[] };

const end = "";

/**
 * Loops that never end: whatever is answered and whatever fails, no way leads to the last step, an outcome, or a check that may
 * pass. A loop with a way out is a diagnosis that asks again, and no defect. One entry per loop and runbook, at its first question.
 * @param flows runbooks read together; a `goto` to any other one leads out
 */
export function endlessLoops(flows: Flow[]): Loop[] {
  const nodes = graphOf(flows);
  const trapped = trappedIn(nodes);
  const found: Loop[] = [];
  for (const keys of components(trapped)) {
    const members = new Set(keys);
    const isLast = keys.every((key) => nodes.get(key)?.next.every((next) => members.has(next)));
    if (!isLast) continue;
    // In the order of the texts.
    const questions = [...nodes.values()].filter(({ key, step }) => members.has(key) && step.options !== null);
    const paths = [...new Set(questions.map(({ path }) => path))];
    for (const path of paths) {
      const first = questions.find((node) => node.path === path);
      const at = first?.step.options?.[0];
      if (!first || !at) continue;
      const others = questions.filter((node) => node !== first).map(({ step }) => step.id);
      found.push({ path, questions: [first.step.id, ...others], at, paths });
    }
  }
  return found;
}

/** Questions whose answers all lead back in their procedure: only a check inside the loop can end it. */
export function backwardQuestions({ path, procedures }: Flow): Loop[] {
  return procedures.flatMap(({ steps }) => {
    const place = new Map(steps.map(({ id }, index) => [id, index]));
    return steps.flatMap(({ id, options }, index): Loop[] => {
      const back = ({ goto, ends }: FlowOption) => !ends && goto !== null && (place.get(goto) ?? index + 1) <= index;
      const [at] = options ?? [];
      return at && options?.every(back) ? [{ path, questions: [id], at, paths: [path] }] : [];
    });
  });
}

function graphOf(flows: Flow[]): Map<string, Node> {
  const nodes = new Map<string, Node>();
  const starts = new Map<string, string>();
  for (const { path, procedures } of flows)
    for (const { id, steps } of procedures) {
      const first = steps[0];
      if (first) starts.set(`${path}#${id}`, `${path}#${first.id}`);
      for (const step of steps) nodes.set(`${path}#${step.id}`, { key: `${path}#${step.id}`, path, step, next: [] });
    }
  const target = (path: string, goto: string): string => {
    const key = goto.includes("/") ? goto : `${path}#${goto}`;
    return starts.get(key) ?? (nodes.has(key) ? key : end);
  };
  for (const { path, procedures } of flows)
    for (const { steps } of procedures)
      steps.forEach((step, index) => {
        const following = steps[index + 1];
        const on = following ? `${path}#${following.id}` : end;
        const next = step.options?.map(({ goto, ends }) => (ends ? end : goto === null ? on : target(path, goto))) ?? [
          on,
        ];
        nodes.get(`${path}#${step.id}`)?.next.push(...next, ...(step.ends ? [end] : []));
      });
  return nodes;
}

/** What no way leads out of. */
function trappedIn(nodes: Map<string, Node>): Map<string, Node> {
  const before = new Map<string, string[]>();
  for (const { key, next } of nodes.values()) for (const to of next) before.set(to, [...(before.get(to) ?? []), key]);
  const free = new Set([end]);
  const queue = [end];
  for (let to = queue.pop(); to !== undefined; to = queue.pop())
    for (const from of before.get(to) ?? [])
      if (!free.has(from)) {
        free.add(from);
        queue.push(from);
      }
  return new Map([...nodes].filter(([key]) => !free.has(key)));
}

/** Strongly connected components (Kosaraju), without recursion: a hostile file must not exhaust the stack. */
function components(nodes: Map<string, Node>): string[][] {
  const seen = new Set<string>();
  const finished: string[] = [];
  for (const root of nodes.keys()) {
    const stack = [{ key: root, at: -1 }];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      if (top.at < 0 && seen.has(top.key)) {
        stack.pop();
        continue;
      }
      seen.add(top.key);
      top.at += 1;
      const next = nodes.get(top.key)?.next[top.at];
      if (next === undefined) finished.push(stack.pop()?.key ?? "");
      else if (!seen.has(next)) stack.push({ key: next, at: -1 });
    }
  }
  const before = new Map<string, string[]>();
  for (const { key, next } of nodes.values()) for (const to of next) before.set(to, [...(before.get(to) ?? []), key]);
  const found: string[][] = [];
  const taken = new Set<string>();
  for (const root of finished.reverse()) {
    if (taken.has(root)) continue;
    taken.add(root);
    const members = [root];
    for (let index = 0; index < members.length; index += 1)
      for (const from of before.get(members[index] ?? "") ?? [])
        if (!taken.has(from)) {
          taken.add(from);
          members.push(from);
        }
    found.push(members);
  }
  return found;
}
