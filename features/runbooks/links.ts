import type { RunbookPath } from "./artifact";

/** The page of a runbook, at an anchor if there is one. */
export const runbookHref = (path: RunbookPath, anchor?: string | null): string =>
  `/runbooks/${path}${anchor ? `#${anchor}` : ""}`;

/** Where a procedure is started: on an open incident, or alone as a drill. */
export const startHref = (path: RunbookPath, procedure: string): string =>
  `/runs/new?runbook=${encodeURIComponent(path)}&procedure=${encodeURIComponent(procedure)}`;
