import { expect, test } from "vitest";
import { exportJsonSchema } from "./json-schema";

test("the published schema names every part of an export, and allows no other", () => {
  const schema = exportJsonSchema();
  expect(schema).toMatchObject({
    $schema: "https://json-schema.org/draft/2020-12/schema",
    additionalProperties: false,
    properties: {
      format: { const: "bitacora-incident" },
      entries: { type: "array", items: { additionalProperties: false, properties: { seq: { type: "integer" } } } },
    },
  });
  expect(schema.required).toEqual(expect.arrayContaining(["format", "incident", "entries", "runs", "sources"]));
  // What was added later may be missing: an old export is still an export.
  expect(schema.required).not.toContain("postMortem");
});
