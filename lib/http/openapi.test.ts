import { describe, expect, test } from "vitest";
import { z } from "zod";
import { contract } from "./contract";
import { openApi } from "./openapi";

const move = contract({
  method: "PATCH",
  path: "/api/v1/boxes/{key}",
  summary: "Move a box",
  access: "responder",
  input: z.object({
    key: z.string().max(9),
    to: z.string(),
    at: z.iso
      .datetime()
      .transform((text) => new Date(text))
      .optional(),
  }),
  output: z.object({ key: z.string() }),
  status: { of: () => 200, all: [200, 201] },
  errors: ["stale_version", "invalid_transition", "not_found"],
});
const list = contract({
  method: "GET",
  path: "/api/v1/boxes/{key}",
  summary: "A box",
  access: "read",
  input: z.object({ key: z.string(), limit: z.coerce.number().int().default(50), q: z.string() }),
  output: z.object({ boxes: z.array(z.string()) }),
  status: 200,
  errors: [],
});
const remove = contract({
  ...move,
  method: "DELETE",
  input: move.input.pick({ key: true }),
  output: z.void(),
  status: 204,
});

const document = openApi(
  [move, list, remove],
  { title: "Boxes", version: "1", description: "" },
  { stale_version: "Changed." },
);
type Operation = { parameters: unknown; requestBody: unknown; security: unknown; responses: Record<string, unknown> };
const operations = document.paths["/api/v1/boxes/{key}"] as Record<"patch" | "get" | "delete", Operation>;

describe("the OpenAPI document", () => {
  test("keeps the operations of one path together", () => {
    expect(Object.keys(operations)).toEqual(["patch", "get", "delete"]);
  });

  test("puts what the path names into the path and the rest of a write into its body", () => {
    const { parameters, requestBody } = operations.patch;
    expect(parameters).toEqual([{ name: "key", in: "path", required: true, schema: { type: "string", maxLength: 9 } }]);
    expect(requestBody).toMatchObject({
      required: true,
      content: {
        "application/json": {
          schema: { properties: { to: { type: "string" }, at: { format: "date-time" } }, required: ["to"] },
        },
      },
    });
    expect(JSON.stringify(requestBody)).not.toContain('"key"');
  });

  test("puts the rest of a read into the query, where what has a default may be left out", () => {
    expect(operations.get.parameters).toMatchObject([
      { name: "key", in: "path", required: true },
      { name: "limit", in: "query", required: false },
      { name: "q", in: "query", required: true },
    ]);
    expect(operations.get).not.toHaveProperty("requestBody");
  });

  test("asks for a token, except for what everybody may read", () => {
    expect(operations.patch.security).toEqual([{ bearer: [] }]);
    expect(operations.get.security).toEqual([{}, { bearer: [] }]);
  });

  test("shows every error of an operation by its status, as the catalogue says it", () => {
    const { responses } = operations.patch;
    expect(Object.keys(responses)).toEqual(["200", "201", "401", "403", "404", "409", "500", "503"]);
    expect(responses["409"]).toMatchObject({
      description: "stale_version, invalid_transition",
      content: {
        "application/problem+json": {
          schema: { $ref: "#/components/schemas/Problem" },
          examples: { stale_version: { value: { status: 409, title: "Changed.", outbox: "show" } } },
        },
      },
    });
  });

  test("says nothing of a body where there is none", () => {
    expect(operations.delete.responses).toMatchObject({ 204: { description: "Done" } });
    expect(JSON.stringify(operations.delete.responses["204"])).not.toContain("content");
  });
});
