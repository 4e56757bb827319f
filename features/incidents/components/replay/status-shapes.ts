import type { IncidentStatus } from "../../schema";

/** A shape for each status, so that a band of them can be read without its colours. */
export const statusShapes: Record<IncidentStatus, string> = {
  investigating: "?",
  identified: "◎",
  mitigating: "◐",
  monitoring: "◔",
  resolved: "✓",
  closed: "■",
};
