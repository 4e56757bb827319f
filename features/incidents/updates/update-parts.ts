import { partLimit } from "./part-limit";
import type { UpdateParts } from "./schema";

type Update = { body: string; data: unknown; revision: number };

/** The parts of an update. One that was corrected, or written as plain text, is its text: that is what somebody stands by. */
export function updateParts({ body, data, revision }: Update): UpdateParts {
  const said = revision === 0 ? saidIn(data) : null;
  return said ?? { condition: body, actions: "", needs: "" };
}

// By hand and not by the schema: every page with a timeline reads updates, and none else needs a validator.
function saidIn(data: unknown): UpdateParts | null {
  const { condition, actions = "", needs = "" } = (data ?? {}) as Record<string, unknown>;
  const [first, second, third] = [condition, actions, needs].map((part) => (isPart(part) ? part.trim() : null));
  if (!first || second == null || third == null) return null;
  return { condition: first, actions: second, needs: third };
}

const isPart = (part: unknown): part is string =>
  typeof part === "string" && part.trim().length <= partLimit && !part.includes("\u0000");
