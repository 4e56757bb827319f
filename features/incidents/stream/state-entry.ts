import type { EntryView } from "../timeline/schema";

const plain: readonly string[] = ["note", "evidence", "decision", "link", "alert", "escalation", "attachment"];

/** Whether an entry tells of a change of the incident itself, its roles, checklists or follow-ups. */
export const changesState = (entry: Pick<EntryView, "kind" | "data">): boolean =>
  !plain.includes(entry.kind) || "event" in entry.data;
