import { adoptable, type Change } from "./changes";
import type { Offered } from "./offered";
import type { RunbookNow } from "./schema";

/** How a run stands to its runbook as it is now. */
export type Standing = {
  state: RunbookNow["state"];
  movedTo: string | null;
  /** Null when there is nothing to read. */
  offered: Offered | null;
  changes: Change[];
  gone: string[];
};

/** As a run's view tells it: counted, without the texts. */
export const runbookView = ({ state, movedTo, offered, changes, gone }: Standing): RunbookNow => ({
  state,
  movedTo,
  blob: offered?.blob ?? null,
  ahead: adoptable(changes).length,
  held: changes.length - adoptable(changes).length,
  gone,
});
