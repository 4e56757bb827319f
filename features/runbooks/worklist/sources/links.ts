import type { Problem, RunbookPath } from "../../artifact";
import { isReadable, type ReadableRunbook, type Runbook } from "../../library/runbook";
import { fileUrl } from "../../pipeline/render-tree";
import { resolveRunbook, splitTarget } from "../../pipeline/target";
import { about, type Found, short } from "../found";

type Dead = { target: string; line: number };

/** A file beside the runbooks that a runbook shows or links to, as the parts of its path below `content/runbooks`. */
export type BesideLink = { path: RunbookPath; parts: string[]; href: string; line: number };

const served = "/runbook-files/";

/** The files beside the runbooks that a runbook leads to. */
export function besideLinks({ path, outline }: ReadableRunbook): BesideLink[] {
  return outline.links.flatMap(({ href, line }) => {
    const target = splitTarget(href);
    if (target.runbook !== null || target.id !== null) return [];
    const url = fileUrl(href.trim(), path).replace(/[?#].*$/, "");
    if (!url.startsWith(served)) return [];
    return [{ path, parts: decoded(url.slice(served.length)).split("/"), href, line }];
  });
}

/**
 * Links inside the portal that lead nowhere: to runbooks and their anchors (as the library checked them), to anchors of the
 * same page, to files beside the runbook. One finding per runbook and target, at the first place.
 * @param missing files that are not there
 */
export function brokenLinkFindings(
  runbooks: readonly Runbook[],
  problems: readonly Problem[],
  missing: readonly BesideLink[],
): Found[] {
  const elsewhere = grouped(
    problems.filter(({ rule }) => rule === "broken-link"),
    ({ file }) => file,
  );
  const files = grouped(missing, ({ path }) => path);
  return runbooks.filter(isReadable).flatMap((runbook) => {
    const dead: Dead[] = [
      ...(elsewhere.get(runbook.file) ?? []).map(({ values, line }) => ({ target: values.target ?? "", line })),
      ...deadAnchors(runbook),
      ...(files.get(runbook.path) ?? []).map(({ href, line }) => ({ target: href, line })),
    ];
    const first = new Map(dead.toSorted((a, b) => b.line - a.line).map((one) => [one.target, one]));
    return [...first.values()].map(
      ({ target, line }): Found => ({
        kind: "broken-link",
        subject: `${runbook.path} ${target}`,
        ...about(runbook),
        line,
        values: { target: short(target) },
        fingerprint: target.slice(0, 500),
        since: null,
        dueOn: null,
      }),
    );
  });
}

function deadAnchors({ path, outline }: ReadableRunbook): Dead[] {
  const inside = outline.links.filter(({ href }) => {
    const target = splitTarget(href);
    const here = resolveRunbook(target, path);
    return target.id !== null && href.includes("#") && (here === null || here === path);
  });
  if (inside.length === 0) return [];
  const anchors = new Set(outline.anchors);
  return inside
    .map(({ href, line }) => ({ id: splitTarget(href).id ?? "", line }))
    .filter(({ id }) => !anchors.has(id))
    .map(({ id, line }) => ({ target: `#${id}`, line }));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function grouped<T>(entries: readonly T[], keyOf: (entry: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const entry of entries) groups.set(keyOf(entry), [...(groups.get(keyOf(entry)) ?? []), entry]);
  return groups;
}
