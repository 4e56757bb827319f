import type { Problem, RunbookPath } from "../artifact";
import type { Outline } from "../pipeline/build-outline";

/** A runbook as the library knows it: what is served, and what is wrong with the file. */
export type Runbook = {
  path: RunbookPath;
  service: string;
  format: "mdx" | "md";
  /** Relative to the folder of runbooks, as problems name it. */
  file: string;
  /** The text that is served: the file's, or its last good version while the file is refused. Null when it never passed. */
  source: string | null;
  /** The git blob of `source`. */
  blob: string | null;
  outline: Outline | null;
  problems: Problem[];
  /** The file on disk is refused, and an earlier version is served. */
  stale: boolean;
};

/** A runbook that can be served. */
export type ReadableRunbook = Runbook & { source: string; blob: string; outline: Outline };

export const isReadable = (runbook: Runbook): runbook is ReadableRunbook => runbook.outline !== null;

export type Service = {
  name: string;
  runbooks: Runbook[];
  /** Dashboards and tools of all its runbooks, each address once. */
  links: Outline["frontMatter"]["links"];
  contacts: Outline["frontMatter"]["contacts"];
};

/** Gathers the runbooks by service, in the order of their names. */
export function servicesOf(runbooks: Runbook[]): Service[] {
  const grouped = new Map<string, Runbook[]>();
  for (const runbook of runbooks) grouped.set(runbook.service, [...(grouped.get(runbook.service) ?? []), runbook]);
  return [...grouped]
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([name, members]) => {
      const matter = members.filter(isReadable).map((runbook) => runbook.outline.frontMatter);
      return {
        name,
        runbooks: members,
        links: unique(
          matter.flatMap((entry) => entry.links),
          (link) => link.url,
        ),
        contacts: unique(
          matter.flatMap((entry) => entry.contacts),
          (contact) => `${contact.name}\n${contact.channel ?? ""}`,
        ),
      };
    });
}

function unique<T>(entries: T[], keyOf: (entry: T) => string): T[] {
  return [...new Map(entries.toReversed().map((entry) => [keyOf(entry), entry])).values()].toReversed();
}
