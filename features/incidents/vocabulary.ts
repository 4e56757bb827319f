// The lists that schemas are made of, by themselves: a page that only names a status must not bring a validator along.

export const incidentKinds = ["incident", "drill"] as const;
export const incidentStatuses = [
  "investigating",
  "identified",
  "mitigating",
  "monitoring",
  "resolved",
  "closed",
] as const;
export const roleNames = ["lead", "operations", "communications", "scribe"] as const;

/** The times of an incident that a person can correct; null takes a wrong one away. */
export const correctableTimes = ["impactStartedAt", "acknowledgedAt", "mitigatedAt", "resolvedAt"] as const;

/** What closing an incident wants. */
export const closingRequirements = [
  "recovery_checklist",
  "stable",
  "root_cause",
  "close_checklist",
  "follow_ups",
] as const;

/** By when things happened, or by when they were written down. */
export const timelineOrders = ["happened", "recorded"] as const;

/** Kinds that several lines at once can have: an update for stakeholders is written by itself. */
export const bulkKinds = ["note", "evidence", "decision", "verification", "escalation", "alert", "link"] as const;

/** Entries of one request at most. */
export const bulkLimit = 500;
