import type { z } from "zod";
import type { Role } from "@/lib/auth/roles";
import type { ErrorCode } from "@/lib/errors/catalogue";

/**
 * One operation of the API, said once: the route handler, the OpenAPI document, the client's types and the access test are
 * all derived from it. `access` documents the least role; the command itself enforces it. `read` follows `READ_ACCESS`.
 */
export type Contract<In extends z.ZodType = z.ZodType, Out extends z.ZodType = z.ZodType> = {
  method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
  /** With `{name}` for parameters. */
  path: `/api/v1/${string}`;
  summary: string;
  access: "read" | Role;
  /** Path parameters, query and body together, by name. */
  input: In;
  output: Out;
  /** Success status; a function where the outcome decides, e.g. 201 the first time and 200 on a repeat. */
  status: number | { of: (output: z.output<Out>) => number; all: number[] };
  errors: ErrorCode[];
  /** Of the answer, where it is not JSON. */
  mediaType?: string;
  /** The body is a file of at most this many bytes, and the rest of the input is in path and query. */
  upload?: { limit: number };
};

export const contract = <In extends z.ZodType, Out extends z.ZodType>(
  definition: Contract<In, Out>,
): Contract<In, Out> => definition;
