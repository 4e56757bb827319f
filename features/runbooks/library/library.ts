import type { Problem, RunbookPath } from "../artifact";
import { crossCheck, redirectsOf } from "./cross-check";
import { isReadable, type ReadableRunbook, type Runbook } from "./runbook";

/** The library at one moment; a change makes a new one, so that two equal references mean that nothing changed. */
export type Library = {
  runbooks: ReadonlyMap<RunbookPath, Runbook>;
  redirects: ReadonlyMap<RunbookPath, RunbookPath>;
  /** Of files that are no runbook and of links between runbooks; those of one runbook are with it. Found when first asked for. */
  problems: () => Problem[];
  /** Counts up with every change seen by this process. */
  version: number;
};

/** @param runbooks in the order to show them */
export function libraryOf(runbooks: Runbook[], listingProblems: Problem[], version: number): Library {
  const readable = runbooks.filter(isReadable);
  const redirects = redirectsOf(readable.map((runbook) => runbook.outline));
  return {
    runbooks: new Map(runbooks.map((runbook) => [runbook.path, runbook])),
    redirects,
    problems: once(() => {
      const answering = answeringAcross(readable, redirects).map(named);
      return [...listingProblems, ...crossCheck(readable.map(named), answering)];
    }),
    version,
  };
}

const named = ({ file, outline }: ReadableRunbook) => ({ file, outline });

/** The runbooks whose answers lead to others, and those that they lead to: a handful, of however many. */
function answeringAcross(runbooks: ReadableRunbook[], redirects: Library["redirects"]): ReadableRunbook[] {
  const leading = runbooks.filter(({ facts }) => facts.leadsTo.length > 0);
  const reached = new Set(
    leading.flatMap(({ path, facts }) => [path, ...facts.leadsTo.map((other) => redirects.get(other) ?? other)]),
  );
  return reached.size === 0 ? [] : runbooks.filter(({ path }) => reached.has(path));
}

function once<T>(find: () => T): () => T {
  let found: { value: T } | null = null;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}
