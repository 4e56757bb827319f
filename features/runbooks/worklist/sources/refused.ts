import type { Runbook } from "../../library/runbook";
import { about, type Found, short } from "../found";

/** Files that the gate refuses, each with its first problem, and whether an earlier version stands in for it. */
export function refusedFindings(runbooks: readonly Runbook[]): Found[] {
  return runbooks.flatMap((runbook): Found[] => {
    if (!runbook.stale && runbook.outline) return [];
    const errors = runbook.problems.filter(({ severity }) => severity === "error");
    const [first] = errors;
    if (!first) return [];
    const { rule, message, line, column } = first;
    const said = Object.entries(first.values).map(([key, value]) => [`problem.${key}`, short(value)]);
    return [
      {
        kind: "refused",
        subject: runbook.path,
        ...about(runbook),
        line,
        values: {
          ...Object.fromEntries(said),
          rule,
          message: short(message),
          line: String(line),
          column: String(column),
          count: String(errors.length),
          served: runbook.stale ? "earlier" : "none",
        },
        fingerprint: errors
          .map((one) => `${one.line}:${one.column} ${one.rule}`)
          .join(" ")
          .slice(0, 500),
        since: null,
        dueOn: null,
      },
    ];
  });
}
