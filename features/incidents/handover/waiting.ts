import type { HandoverView } from "./schema";

/** What waits for one person: roles that were offered to them, and updates that they promised and are due. */
export type Waiting = {
  offers: { key: string; title: string; offer: HandoverView }[];
  updates: { key: string; title: string; dueAt: string }[];
};
