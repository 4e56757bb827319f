import { describe, expect } from "vitest";
import { test } from "@/test/database";
import { discardDraft, saveDraft } from "./commands";
import { draftOfSomebody, otherEditors, ownDraft } from "./queries";

const path = "api/emergencias";
const draft = { path, text: "# Uno", baseBlob: null, message: "", version: 0 };
const at = { service: "api", file: "emergencias" };

describe("a draft", () => {
  test.for([
    ["NUL", "uno\ndos\u0000"],
    ["half of a surrogate pair", "uno\ndos\ud83d"],
  ] as const)("with %s is refused with its place, and what was saved before stays", async ([, text], { as }) => {
    const ana = await as("editor", "Ana");
    await discardDraft(ana, { path });
    await saveDraft(ana, draft);
    await expect(saveDraft(ana, { ...draft, text, version: 1 })).rejects.toMatchObject({
      code: "text_not_writable",
      details: { line: 2, column: 4 },
    });
    expect(await ownDraft(ana, path)).toMatchObject({ text: "# Uno", version: 1 });
  });

  test("is known to the other editors with its person and times, and can be read by them", async ({ as, clock }) => {
    const [luis, marta] = [await as("editor", "Luis"), await as("editor", "Marta")];
    const begun = clock.now.toISOString();
    await saveDraft(luis, draft);
    clock.advance(60);
    await saveDraft(luis, { ...draft, text: "# Dos", version: 1 });
    const [known] = (await otherEditors(marta, path)).filter(({ name }) => name === "Luis");
    const personId = luis.actor.id ?? "";
    expect(known).toEqual({ personId, name: "Luis", createdAt: begun, updatedAt: clock.now.toISOString() });
    expect((await otherEditors(luis, path)).map(({ name }) => name)).not.toContain("Luis");
    expect(await draftOfSomebody(marta, { ...at, personId })).toMatchObject({ name: "Luis", text: "# Dos", path });
  });

  test("of somebody who has none is not found", async ({ as }) => {
    const [ines, marta] = [await as("editor", "Inés"), await as("editor", "Marta")];
    const asked = draftOfSomebody(marta, { ...at, personId: ines.actor.id ?? "" });
    await expect(asked).rejects.toMatchObject({ code: "not_found" });
  });

  test.for(["viewer", "responder"] as const)("is not for a %s to read", async (role, { as }) => {
    const luis = await as("editor", "Luis");
    const asked = draftOfSomebody(await as(role), { ...at, personId: luis.actor.id ?? "" });
    await expect(asked).rejects.toMatchObject({ code: "forbidden" });
  });
});
