import type { Outline } from "../pipeline/build-outline";
import { isReadable, type Runbook } from "./runbook";

type Known = { runbooks: ReadonlyMap<string, Runbook>; redirects: ReadonlyMap<string, string> };

/** The other runbooks that the answers of one lead to, directly or through others. */
export function reachedFrom(start: Outline, { runbooks, redirects }: Known): { file: string; outline: Outline }[] {
  const reached = new Map<string, { file: string; outline: Outline }>();
  const open = [start];
  for (let outline = open.pop(); outline; outline = open.pop()) {
    for (const target of targetsOf(outline)) {
      const runbook = runbooks.get(target) ?? runbooks.get(redirects.get(target) ?? "");
      if (!runbook || !isReadable(runbook) || runbook.path === start.path || reached.has(runbook.path)) continue;
      reached.set(runbook.path, { file: runbook.file, outline: runbook.outline });
      open.push(runbook.outline);
    }
  }
  return [...reached.values()];
}

/** Paths of other runbooks, as the answers name them: `service/file#id`. */
const targetsOf = ({ flow }: Outline): string[] =>
  flow.procedures
    .flatMap(({ steps }) => steps.flatMap(({ options }) => options ?? []))
    .flatMap(({ goto }) => (goto?.includes("/") ? [goto.split("#")[0] ?? ""] : []));
