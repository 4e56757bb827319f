import type { Ctx } from "@/lib/context";
import type { Problem } from "../../artifact";
import type { Runbook } from "../../library/runbook";
import type { Found } from "../found";

/** The runbooks as they are now, for whoever looks for something in them. */
export type Shelf = { runbooks: readonly Runbook[]; problems: readonly Problem[]; today: string; now: Date };

/** Finds something that owners have to see to. What it does not find any more is gone from the list. */
export type Source = (ctx: Ctx, shelf: Shelf) => Promise<Found[]>;
