import { z } from "zod";
import { catalogue, type ErrorCode } from "@/lib/errors/catalogue";
import type { Contract } from "./contract";

type Schema = Record<string, unknown> & { properties?: Record<string, unknown>; required?: string[] };
type Info = { title: string; version: string; description: string };

/** What every operation can answer besides its own errors. */
const always: ErrorCode[] = ["internal", "database_unavailable"];

/**
 * The OpenAPI 3.1 document of these operations. Pure: everything comes from the contracts and the catalogue of errors.
 * @param titles a sentence per error code, for the examples
 */
export function openApi(contracts: readonly Contract[], info: Info, titles: Record<string, string>) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const contract of contracts) {
    paths[contract.path] = { ...paths[contract.path], [contract.method.toLowerCase()]: operation(contract, titles) };
  }
  return {
    openapi: "3.1.0",
    info,
    servers: [{ url: "/" }],
    paths,
    components: {
      securitySchemes: {
        bearer: {
          type: "http",
          scheme: "bearer",
          description: "An API token: `npm run token -- --name ci --role responder`",
        },
      },
      schemas: { Problem: problemSchema },
    },
  };
}

function operation(contract: Contract, titles: Record<string, string>) {
  const { method, path, summary, access } = contract;
  const input = jsonSchema(contract.input, "input");
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as string);
  const rest = Object.keys(input.properties ?? {}).filter((name) => !names.includes(name));
  const hasBody = method !== "GET" && method !== "DELETE" && !contract.upload;
  const parameters = [
    ...names.map((name) => ({
      name,
      in: "path",
      required: true,
      schema: input.properties?.[name] ?? { type: "string" },
    })),
    ...(hasBody
      ? []
      : rest.map((name) => ({
          name,
          in: "query",
          required: isRequired(input, name),
          schema: input.properties?.[name],
        }))),
  ];
  return {
    operationId: operationId(method, path),
    tags: [path.split("/")[3]],
    summary,
    description:
      access === "read" ? "For everybody, or members only where READ_ACCESS says so." : `Least role: ${access}.`,
    security: access === "read" ? [{}, { bearer: [] }] : [{ bearer: [] }],
    ...(parameters.length ? { parameters } : {}),
    ...(hasBody && rest.length ? { requestBody: body(input, rest) } : {}),
    ...(contract.upload ? { requestBody: fileBody(contract.upload.limit) } : {}),
    responses: { ...successes(contract), ...failures(contract, titles) },
  };
}

const isRequired = (schema: Schema, name: string) => schema.required?.includes(name) ?? false;

function body(input: Schema, names: string[]) {
  const properties = Object.fromEntries(names.map((name) => [name, input.properties?.[name]]));
  const required = names.filter((name) => isRequired(input, name));
  const schema = { ...input, properties, required: required.length ? required : undefined };
  return { required: required.length > 0, content: { "application/json": { schema } } };
}

/** OpenAPI 3.1, 4.8.14.2: a binary body is a media type without a schema's constraints. */
const fileBody = (limit: number) => ({
  required: true,
  description: `The file itself, at most ${limit} bytes`,
  content: { "*/*": { schema: { type: "string", format: "binary" } } },
});

function successes({ status, output, mediaType = "application/json" }: Contract) {
  const statuses = typeof status === "number" ? [status] : status.all;
  const schema = jsonSchema(output, "output");
  return Object.fromEntries(
    statuses.map((code) => [
      code,
      code === 204
        ? { description: "Done" }
        : { description: code === 201 ? "Made" : "Done", content: { [mediaType]: { schema } } },
    ]),
  );
}

function failures({ errors, access }: Contract, titles: Record<string, string>) {
  const identity: ErrorCode[] = access === "read" ? [] : ["unauthenticated", "forbidden"];
  const codes = [...new Set([...errors, ...identity, ...always])];
  const statuses = [...new Set(codes.map((code) => catalogue[code].status))];
  const responses = statuses.map((status) => {
    const group = codes.filter((code) => catalogue[code].status === status);
    const answer = {
      description: group.join(", "),
      content: {
        "application/problem+json": {
          schema: { $ref: "#/components/schemas/Problem" },
          examples: Object.fromEntries(
            group.map((code) => [code, { value: problemExample(code, titles[code] ?? code) }]),
          ),
        },
      },
    };
    return [status, answer];
  });
  return Object.fromEntries(responses);
}

const problemExample = (code: ErrorCode, title: string) => {
  const { status, outbox } = catalogue[code];
  return { type: `/problems/${code}`, title, status, code, outbox, details: {} };
};

/** RFC 9457, with our catalogue's code and what a client with a queue should do. */
const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "code", "outbox", "details"],
  properties: {
    type: { type: "string" },
    title: { type: "string", description: "For people, in the language of `accept-language`" },
    status: { type: "integer" },
    code: { type: "string", enum: Object.keys(catalogue) },
    outbox: { type: "string", enum: ["retry", "hold", "show"], description: "What to do with a queued write" },
    details: { type: "object", additionalProperties: true },
  },
};

function jsonSchema(schema: z.ZodType, io: "input" | "output"): Schema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" }) as Schema;
  return rest;
}

/** `POST /api/v1/incidents/{key}/timeline` → `post_incidents_key_timeline`. */
const operationId = (method: string, path: string) =>
  [method.toLowerCase(), ...path.split("/").slice(3)].join("_").replaceAll(/[{}]/g, "").replaceAll("-", "_");
