import type { RunbookPath } from "./artifact";

/** The page of a runbook, at an anchor if there is one. */
export const runbookHref = (path: RunbookPath, anchor?: string | null): string =>
  `/runbooks/${path}${anchor ? `#${anchor}` : ""}`;

/** Where a procedure is started: on an open incident, or alone as a drill. */
export const startHref = (path: RunbookPath, procedure: string): string =>
  `/runs/new?runbook=${encodeURIComponent(path)}&procedure=${encodeURIComponent(procedure)}`;

/** Where a runbook, or a service, is taken along. @param of `<service>/<file>`, or the name of a service */
export const exportHref = (of: string): string => `/export?of=${encodeURIComponent(of)}`;
