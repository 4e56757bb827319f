import { type Actor, isEditor, isResponder, isViewer } from "@/lib/auth/actor";

/**
 * Who may do what with "this step is wrong". Whoever may read a run reads what was said of its steps there, as on the timeline;
 * the list of a runbook is the editors' work and theirs alone.
 */
export const suggestionPolicy = {
  readOfRun: (actor: Actor) => isViewer(actor),
  suggest: (actor: Actor) => isResponder(actor),
  list: (actor: Actor) => isEditor(actor),
  close: (actor: Actor) => isEditor(actor),
};
