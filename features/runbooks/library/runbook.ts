import type { Severity } from "@/lib/severity";
import type { Problem, RunbookPath } from "../artifact";
import type { Outline } from "../pipeline/build-outline";
import type { PlanProcedure } from "../plan";

/** What lists, alerts and checks between runbooks ask of each of them: in memory at all times, however many there are. */
export type RunbookFacts = {
  procedures: { id: string; title: string; severity: Severity | null; alerts: string[] }[];
  hasTriage: boolean;
  hasChecklists: boolean;
  /** Other runbooks that its answers and triage rows lead to, as written. */
  leadsTo: RunbookPath[];
};

/** A runbook as the library knows it: what is served, and what is wrong with the file. */
export type Runbook = {
  path: RunbookPath;
  service: string;
  format: "mdx" | "md";
  /** Relative to the folder of runbooks, as problems name it. */
  file: string;
  /**
   * The text that is served: the file's, or its last good version while the file is refused. Null when it never passed. This
   * and most of the outline are unpacked when they are asked for (some 0.1 ms): what goes through all runbooks keeps to `facts`,
   * the front matter and the links.
   */
  source: string | null;
  /** The git blob of `source`. */
  blob: string | null;
  outline: Outline | null;
  facts: RunbookFacts;
  problems: Problem[];
  /** The file on disk is refused, and an earlier version is served. */
  stale: boolean;
};

/** A runbook that can be served. */
export type ReadableRunbook = Runbook & { source: string; blob: string; outline: Outline };

export const isReadable = (runbook: Runbook): runbook is ReadableRunbook => runbook.blob !== null;

export const noFacts: RunbookFacts = { procedures: [], hasTriage: false, hasChecklists: false, leadsTo: [] };

export function factsOf({ path, plan }: Outline): RunbookFacts {
  const gotos = [
    ...plan.procedures.flatMap(({ phases }: PlanProcedure) =>
      phases.flatMap(({ steps }) => steps.flatMap(({ options }) => options.map(({ goto }) => goto))),
    ),
    ...plan.triages.flatMap(({ rows }) => rows.map(({ goto }) => goto)),
  ];
  const others = gotos.flatMap((goto) => (goto?.includes("/") ? [goto.split("#")[0] ?? ""] : []));
  return {
    procedures: plan.procedures.map(({ id, title, severity, alerts }) => ({ id, title, severity, alerts })),
    hasTriage: plan.triages.length > 0,
    hasChecklists: plan.checklists.length > 0,
    leadsTo: [...new Set(others)].filter((other) => other !== path),
  };
}

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
  for (const runbook of runbooks) {
    const members = grouped.get(runbook.service);
    if (members) members.push(runbook);
    else grouped.set(runbook.service, [runbook]);
  }
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
