import type { RunView } from "../schema";

export type HandsChanged = { stepId: string; title: string; name: string; given: boolean };

/**
 * The step that was given to the reader, or taken from them, between two states of a run; null when none was. A step that they
 * start themselves was nobody's before.
 */
export function handsChanged(before: RunView, after: RunView, me: { id: string | null }): HandsChanged | null {
  if (me.id === null || before.version === after.version) return null;
  const held = new Map(before.steps.map((step) => [step.id, step]));
  for (const step of after.steps) {
    const was = held.get(step.id);
    if (was?.state !== "active" || step.state !== "active" || !was.claimedBy || !step.claimedBy) continue;
    if (was.claimedBy.id === step.claimedBy.id) continue;
    const given = step.claimedBy.id === me.id;
    if (!given && was.claimedBy.id !== me.id) continue;
    return { stepId: step.id, title: step.title, name: (given ? was : step).claimedBy?.name ?? "", given };
  }
  return null;
}
