import type { OutboxItem } from "@/lib/offline/outbox-item";
import type { Severity } from "@/lib/severity";
import type { FollowUpView, IncidentState } from "../incident-schema";
import { allowedMoves } from "../machine";
import type { IncidentStatus } from "../schema";

/** What an unsent write does to the incident, for the screen. */
export type UnsentChange =
  | { does: "entry" }
  | { does: "status"; to: IncidentStatus }
  | { does: "severity"; to: Severity }
  | { does: "tick"; item: string; checked: boolean; by: string }
  | { does: "follow-up"; followUp: FollowUpView }
  | { does: "finish"; followUp: string; done: boolean };

export const changeOf = (item: OutboxItem): UnsentChange | null => (item.note as UnsentChange | undefined) ?? null;

/** The lane of all that is written on an incident, runs on it included. */
export const laneOf = (key: string): string => `incident:${key}`;

type Unsent = Pick<OutboxItem, "lane" | "state" | "note" | "writtenAt">;

/**
 * The incident as its reader left it: with what they did and could not send yet. What was refused is theirs to decide and changes
 * nothing.
 */
export const withUnsent = (incident: IncidentState, items: Unsent[]): IncidentState =>
  items
    .filter(({ lane, state }) => lane === laneOf(incident.key) && state !== "refused")
    .reduce((state, { note, writtenAt }) => changed(state, note as UnsentChange | undefined, writtenAt), incident);

function changed(incident: IncidentState, change: UnsentChange | undefined, at: string): IncidentState {
  switch (change?.does) {
    case "status":
      return { ...incident, status: change.to, moves: allowedMoves(change.to) };
    case "severity":
      return { ...incident, severity: change.to };
    case "tick":
      return {
        ...incident,
        checklists: incident.checklists.map((list) => ({ ...list, items: list.items.map(ticked(change, at)) })),
      };
    case "follow-up":
      return incident.followUps.some(({ id }) => id === change.followUp.id)
        ? incident
        : { ...incident, followUps: [...incident.followUps, change.followUp] };
    case "finish":
      return { ...incident, followUps: incident.followUps.map(finished(change, at)) };
    default:
      return incident;
  }
}

type Item = IncidentState["checklists"][number]["items"][number];

const ticked =
  ({ item: id, checked, by }: UnsentChange & { does: "tick" }, at: string) =>
  (item: Item): Item => {
    if (item.id !== id || (item.checkedAt !== null) === checked) return item;
    // The version that the server will give it: the next tick names it.
    return { ...item, checkedAt: checked ? at : null, checkedBy: checked ? by : null, version: item.version + 1 };
  };

const finished =
  ({ followUp: id, done }: UnsentChange & { does: "finish" }, at: string) =>
  (followUp: FollowUpView): FollowUpView =>
    followUp.id === id ? { ...followUp, doneAt: done ? (followUp.doneAt ?? at) : null } : followUp;
