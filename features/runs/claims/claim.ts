import { AppError } from "@/lib/errors/app-error";
import type { StepEvent } from "../machine";
import type { StepRow } from "../step-row";

/** A person, or an API token in its own name, which has no id. */
export type Somebody = { id: string | null; name: string };

type Claim = Pick<StepRow, "claimedById" | "claimedBy" | "claimedAt">;
type Change = { event: StepEvent; by: Somebody; to?: Somebody | null; note?: string | null; at: Date };

/** Events that change who is on a step, and nothing else. */
export const isHandChange = (event: StepEvent): boolean => event === "hand_over" || event === "take_over";

/** Whether that is who is on the step. */
export const isOn = (row: Pick<StepRow, "claimedById" | "claimedBy">, who: Somebody): boolean =>
  row.claimedBy !== null &&
  (who.id === null ? row.claimedById === null && row.claimedBy === who.name : row.claimedById === who.id);

/**
 * Who it was taken from: whoever was on an active step when somebody else did something to it; null when nobody was, or it was
 * themselves.
 */
export function displaced(
  row: Pick<StepRow, "state" | "claimedById" | "claimedBy"> | undefined,
  by: Somebody,
): Somebody | null {
  if (row?.state !== "active" || row.claimedBy === null || isOn(row, by)) return null;
  return { id: row.claimedById, name: row.claimedBy };
}

/**
 * Refuses a change of hands that changes nothing, or that takes a step from somebody without saying why.
 * @throws `unknown_person`, `already_on_step`, `reason_required`
 */
export function checkHands(row: StepRow, { event, by, to, note }: Change): void {
  if (!isHandChange(event)) return;
  const next = event === "hand_over" ? to : by;
  if (!next) throw new AppError("unknown_person", { person: null, candidates: [] });
  if (isOn(row, next)) throw new AppError("already_on_step", { claimedBy: next });
  if (!isOn(row, by) && !note?.trim()) throw new AppError("reason_required", { event });
}

/** Who is on the step after an action, and since when. */
export function claimOf(row: StepRow, { event, by, to, at, note }: Change): Claim & Partial<Pick<StepRow, "note">> {
  const who = event === "hand_over" ? (to ?? by) : by;
  const since = isOn(row, who) ? (row.claimedAt ?? at) : at;
  const claim: Claim = { claimedById: who.id, claimedBy: who.name, claimedAt: since };
  // What was said on handing it over is for whoever is on it now to read.
  return isHandChange(event) ? { ...claim, note: note ?? row.note } : claim;
}
