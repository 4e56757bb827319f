import { expect, test } from "vitest";
import { asksForForm } from "./asks-for-form";
import { updateParts } from "./update-parts";
import { updateText } from "./words";

const parts = { condition: "Va lento", actions: "Ampliamos", needs: "" };

test("the text of an update names its parts in the writer's language; a condition alone is plain", () => {
  expect(updateText(parts, "es")).toBe("**Situación**\n\nVa lento\n\n**Qué se está haciendo**\n\nAmpliamos");
  expect(updateText({ condition: "Slow", actions: "", needs: "" }, "en")).toBe("Slow");
});

test("an update is its parts until it is corrected; then it is what somebody stands by", () => {
  expect(updateParts({ body: "x", data: { ...parts, nextUpdateAt: null }, revision: 0 })).toEqual(parts);
  expect(updateParts({ body: "Va bien", data: parts, revision: 1 })).toMatchObject({
    condition: "Va bien",
    actions: "",
  });
  expect(updateParts({ body: "de antes", data: {}, revision: 0 })).toMatchObject({ condition: "de antes" });
});

test.each([
  ["/update", true],
  [" /Actualización ", true],
  ["/update va lento", false],
  ["/status", false],
  ["/var", false],
])("%s asks for the form: %s", (line, expected) => {
  expect(asksForForm(line)).toBe(expected);
});
