import type { RunbookPath } from "../../artifact";
import { isReadable, type ReadableRunbook, type Runbook } from "../../library/runbook";
import { resolveRunbook, splitTarget } from "../../pipeline/target";

/** A runbook that leads to another. */
export type Incoming = {
  path: RunbookPath;
  title: string;
  /** Its links there, as they are written. */
  links: { href: string; line: number }[];
  /** Answers of its procedures that send whoever runs them there. */
  answers: number;
};

/**
 * Which other runbooks lead to one, under any of its names.
 * @param names its path and the old ones that lead to it
 */
export function incomingOf(runbooks: readonly Runbook[], names: readonly RunbookPath[]): Incoming[] {
  const wanted = new Set<string>(names);
  return runbooks
    .filter(isReadable)
    .filter(({ path }) => !wanted.has(path))
    .map((runbook) => leading(runbook, wanted))
    .filter(({ links, answers }) => links.length + answers > 0);
}

function leading({ path, outline, facts }: ReadableRunbook, wanted: ReadonlySet<string>): Incoming {
  const links = outline.links.filter(({ href }) => wanted.has(resolveRunbook(splitTarget(href), path) ?? ""));
  if (!facts.leadsTo.some((other) => wanted.has(other)))
    return {
      path,
      title: outline.frontMatter.title,
      links: links.map(({ href, line }) => ({ href, line })),
      answers: 0,
    };
  const steps = outline.plan.procedures.flatMap(({ phases }) => phases.flatMap((phase) => phase.steps));
  const gotos = [
    ...steps.flatMap(({ options }) => options.map(({ goto }) => goto)),
    ...outline.plan.triages.flatMap(({ rows }) => rows.map(({ goto }) => goto)),
  ];
  const answers = gotos.filter((goto) => goto?.includes("/") && wanted.has(goto.split("#")[0] ?? "")).length;
  return { path, title: outline.frontMatter.title, links: links.map(({ href, line }) => ({ href, line })), answers };
}
