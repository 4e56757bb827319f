import { UpdateParts } from "./schema";

type Update = { body: string; data: unknown; revision: number };

/** The parts of an update. One that was corrected, or written as plain text, is its text: that is what somebody stands by. */
export function updateParts({ body, data, revision }: Update): UpdateParts {
  const said = UpdateParts.safeParse(data);
  return said.success && revision === 0 ? said.data : { condition: body, actions: "", needs: "" };
}
