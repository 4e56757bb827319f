import type { Problem } from "../artifact";
import type { Equivalence } from "./equivalence/equivalence";

/** A runbook that an import came to, and how its page compares with the source. */
export type Taken = { mdx: string; problems: Problem[]; equivalence: Equivalence };
