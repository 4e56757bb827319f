import type { Problem } from "../artifact";
import type { Outline } from "../pipeline/build-outline";
import { problem } from "../pipeline/problem";
import { resolveRunbook, splitTarget } from "../pipeline/target";
import { checkFlows } from "./check-flows";

type Named = { file: string; outline: Outline };

/**
 * What only shows when runbooks are read together: links and redirects between them that lead nowhere. Warnings, but for an old
 * path that two claim and a loop that never ends.
 * @param answering those whose answers lead to others, and where these lead; all unless somebody knows which they are
 */
export function crossCheck(runbooks: Named[], answering = runbooks): Problem[] {
  const byPath = new Map(runbooks.map((entry) => [entry.outline.path, entry.outline]));
  const redirects = redirectsOf(runbooks.map((entry) => entry.outline));
  const anchors = new Map<string, Set<string>>();
  const found: Problem[] = [];
  for (const { file, outline } of runbooks) {
    for (const link of outline.links) {
      const target = splitTarget(link.href);
      const path = resolveRunbook(target, outline.path);
      if (path === null || path === outline.path || redirects.has(path)) continue;
      const other = byPath.get(path);
      if (!other) {
        found.push(problem(file, "broken-link", link, { target: path }));
        continue;
      }
      const known = anchors.get(path) ?? new Set(other.anchors);
      anchors.set(path, known);
      if (target.id && !known.has(target.id))
        found.push(problem(file, "broken-link", link, { target: `${path}#${target.id}` }));
    }
    for (const old of outline.frontMatter.redirects) {
      if (byPath.has(old) && old !== outline.path)
        found.push(problem(file, "redirect-taken", { line: 1, column: 1 }, { target: old, other: old }));
    }
    found.push(...claimedTwice({ file, outline }, redirects));
  }
  return [...found, ...checkFlows(answering, redirects)];
}

/** Old paths that a runbook claims and another one has already: a link there can lead to one of them only. */
export function claimedTwice({ file, outline }: Named, redirects: ReadonlyMap<string, string>): Problem[] {
  return outline.frontMatter.redirects.flatMap((old) => {
    const other = redirects.get(old);
    const claimed = other !== undefined && other !== outline.path;
    return claimed ? [problem(file, "redirect-claimed", { line: 1, column: 1 }, { target: old, other })] : [];
  });
}

/** Old path → the runbook that it leads to now; the first to claim it keeps it. */
export function redirectsOf(outlines: Outline[]): Map<string, string> {
  const redirects = new Map<string, string>();
  for (const outline of outlines) {
    for (const old of outline.frontMatter.redirects) if (!redirects.has(old)) redirects.set(old, outline.path);
  }
  return redirects;
}
