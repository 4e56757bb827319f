import type { EntryKind } from "../timeline/schema";

/** What a match in an entry is worth for finding its incident; one in a title is worth 8. */
export const entryPoints: Record<EntryKind, number> = {
  decision: 2.5,
  evidence: 2.5,
  update: 2,
  verification: 2,
  escalation: 2,
  alert: 2,
  note: 1.8,
  attachment: 1.5,
  step: 1,
  status: 1,
  severity: 1,
  role: 0.5,
  link: 0.5,
};

export const titlePoints = 8;
export const causePoints = 5;
export const factPoints = 3;
