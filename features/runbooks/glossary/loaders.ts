import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { readGlossaryChange } from "./changes/queries";
import { readGlossary } from "./queries";

/** The glossary, with a word to begin a new meaning with when the address brings one. Needs no database. */
export function loadGlossary(parameters: Record<string, string | string[] | undefined>) {
  return admitted("/glossary", async () => {
    const ctx = await pageContext();
    const asked = typeof parameters.add === "string" ? parameters.add.trim().slice(0, 120) : "";
    return { page: await readGlossary(ctx), asked, me: ctx.actor.id };
  });
}

/** One change of the glossary, for members. Needs no database. */
export const loadGlossaryChange = (commit: string) =>
  admitted(`/glossary/changes/${commit}`, async () => readGlossaryChange(await pageContext(), commit));
