import { z } from "zod";
import type { RunbookPath } from "../artifact";
import { isRunbookPath } from "../git/content-file";

/** What leaves: one runbook, those of one service, or all of them. */
export type ExportScope =
  | { kind: "runbook"; path: RunbookPath }
  | { kind: "service"; service: string }
  | { kind: "everything" };

/** How a scope is asked for; a runbook says more than a service. */
export const ScopeInput = z.object({
  /** `<service>/<file>`, without ending. */
  runbook: z.string().trim().max(300).refine(isRunbookPath).optional(),
  service: z
    .string()
    .trim()
    .max(100)
    .refine((name) => isRunbookPath(`${name}/x`))
    .optional(),
});

export function scopeOf({ runbook, service }: z.output<typeof ScopeInput>): ExportScope {
  if (runbook) return { kind: "runbook", path: runbook };
  return service ? { kind: "service", service } : { kind: "everything" };
}

/** Whether a runbook belongs to what leaves. */
export const inScope =
  (scope: ExportScope) =>
  ({ path, service }: { path: string; service: string }): boolean =>
    scope.kind === "everything" || (scope.kind === "service" ? service === scope.service : path === scope.path);

/** The name of the file that a scope is kept in, without its ending. */
export function exportName(scope: ExportScope): string {
  if (scope.kind === "everything") return "runbooks";
  return (scope.kind === "service" ? scope.service : scope.path).replaceAll("/", "-");
}

/** The query that asks for a scope, with its question mark; empty for everything. */
export function scopeQuery(scope: ExportScope): string {
  if (scope.kind === "everything") return "";
  const [name, value] = scope.kind === "service" ? ["service", scope.service] : ["runbook", scope.path];
  return `?${new URLSearchParams({ [name]: value })}`;
}
