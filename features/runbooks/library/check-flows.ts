import type { Problem } from "../artifact";
import type { Outline } from "../pipeline/build-outline";
import { chainOf } from "../pipeline/check-flow";
import { endlessLoops } from "../pipeline/endless";
import type { Flow } from "../pipeline/flow";
import { problem } from "../pipeline/problem";

type Named = { file: string; outline: Outline };

/** What only shows when the ways through several runbooks are followed: loops that never end, and answers that lead to no step. */
export function checkFlows(runbooks: Named[], redirects: ReadonlyMap<string, string>): Problem[] {
  const files = new Map(runbooks.map(({ file, outline }) => [outline.path as string, file]));
  const flows = runbooks.map(({ outline }) => redirected(outline.flow, redirects));
  const places = new Map(runbooks.map(({ outline }) => [outline.path as string, placesIn(outline.flow)]));
  const anchors = new Map(runbooks.map(({ outline }) => [outline.path as string, new Set(outline.anchors)]));
  const found: Problem[] = [];
  for (const { path, procedures } of flows) {
    for (const option of procedures.flatMap(({ steps }) => steps.flatMap(({ options }) => options ?? []))) {
      const [runbook = "", id] = option.goto?.includes("/") ? option.goto.split("#") : [];
      const known = places.get(runbook);
      // An id that the page lacks altogether is a broken link, and said as one.
      if (!known || (id && (known.has(id) || !anchors.get(runbook)?.has(id)))) continue;
      if (!id && known.procedures === 1) continue;
      found.push(problem(files.get(path) ?? path, "goto-not-a-step", option, { target: option.goto ?? "" }));
    }
  }
  for (const loop of endlessLoops(flows)) {
    if (loop.paths.length < 2) continue;
    const file = files.get(loop.path) ?? loop.path;
    found.push(problem(file, "endless-loop-across", loop.at, { chain: chainOf(loop) }));
  }
  return found;
}

function placesIn({ procedures }: Flow): Set<string> & { procedures: number } {
  const ids = new Set(procedures.flatMap(({ id, steps }) => [id, ...steps.map((step) => step.id)]));
  return Object.assign(ids, { procedures: procedures.length });
}

/** Old paths as what they lead to now. */
const redirected = (flow: Flow, redirects: ReadonlyMap<string, string>): Flow => ({
  ...flow,
  procedures: flow.procedures.map((procedure) => ({
    ...procedure,
    steps: procedure.steps.map((step) => ({
      ...step,
      options:
        step.options?.map((option) => {
          const [runbook = "", id] = option.goto?.split("#") ?? [];
          const now = redirects.get(runbook);
          return now ? { ...option, goto: id ? `${now}#${id}` : now } : option;
        }) ?? null,
    })),
  })),
});
