import type { Runbook } from "../../library/runbook";
import { about, type Found } from "../found";
import { ownerKeyOf, ownerOf } from "../owner";

/**
 * Runbooks that name nobody, and, once per name, owners whom nobody here answers for.
 * @param known keys of the owners that have people, those people's own names among them
 */
export function ownerFindings(runbooks: readonly Runbook[], known: ReadonlySet<string>): Found[] {
  const read = runbooks.filter(({ outline }) => outline !== null);
  const missing = read.filter((runbook) => ownerOf(runbook) === null);
  const teams = new Map<string, { owner: string; count: number }>();
  for (const runbook of read) {
    const owner = ownerOf(runbook);
    if (owner === null || known.has(ownerKeyOf(owner))) continue;
    const team = teams.get(ownerKeyOf(owner)) ?? { owner, count: 0 };
    teams.set(ownerKeyOf(owner), { ...team, count: team.count + 1 });
  }
  return [
    ...missing.map(
      (runbook): Found => ({
        kind: "owner-missing",
        subject: runbook.path,
        ...about(runbook),
        line: 1,
        values: {},
        fingerprint: "",
        since: null,
        dueOn: null,
      }),
    ),
    ...[...teams].map(
      ([key, { owner, count }]): Found => ({
        kind: "owner-nobody",
        subject: key,
        runbook: null,
        service: null,
        owner,
        title: owner,
        line: null,
        blob: null,
        values: { count: String(count) },
        fingerprint: "",
        since: null,
        dueOn: null,
      }),
    ),
  ];
}
