import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { CreatePerson, CreateToken, Person, RoleName, Token, TokenRef, UpdatePerson } from "./schema";

export const listPeopleContract = contract({
  method: "GET",
  path: "/api/v1/people",
  summary: "Everybody who can sign in",
  access: "admin",
  input: z.object({}),
  output: z.object({ people: z.array(Person) }),
  status: 200,
  errors: ["unauthenticated", "forbidden", "database_unavailable"],
});

export const createPersonContract = contract({
  method: "POST",
  path: "/api/v1/people",
  summary: "Make a person; the answer holds a password for one hand-over, shown only here",
  access: "admin",
  input: CreatePerson,
  output: z.object({ person: Person, password: z.string() }),
  status: 201,
  errors: ["validation_failed", "unauthenticated", "forbidden", "email_taken", "database_unavailable"],
});

export const updatePersonContract = contract({
  method: "PATCH",
  path: "/api/v1/people/{id}",
  summary: "Change name or role, disable or enable",
  access: "admin",
  input: UpdatePerson,
  output: Person,
  status: 200,
  errors: ["validation_failed", "unauthenticated", "forbidden", "not_found", "last_admin", "database_unavailable"],
});

export const listTokensContract = contract({
  method: "GET",
  path: "/api/v1/tokens",
  summary: "All API tokens, without their secrets",
  access: "admin",
  input: z.object({}),
  output: z.object({ tokens: z.array(Token) }),
  status: 200,
  errors: ["unauthenticated", "forbidden", "database_unavailable"],
});

export const createTokenContract = contract({
  method: "POST",
  path: "/api/v1/tokens",
  summary: "Make an API token; its secret is shown only here",
  access: "admin",
  input: CreateToken,
  output: z.object({ token: Token, secret: z.string() }),
  status: 201,
  errors: ["validation_failed", "unauthenticated", "forbidden", "database_unavailable"],
});

export const revokeTokenContract = contract({
  method: "DELETE",
  path: "/api/v1/tokens/{id}",
  summary: "End an API token",
  access: "admin",
  input: TokenRef,
  output: z.void(),
  status: 204,
  errors: ["validation_failed", "unauthenticated", "forbidden", "not_found", "database_unavailable"],
});

export const meContract = contract({
  method: "GET",
  path: "/api/v1/me",
  summary: "Who is asking",
  access: "viewer",
  input: z.object({}),
  output: z.object({
    kind: z.enum(["person", "token"]),
    /** Null for tokens. */
    id: z.uuid().nullable(),
    name: z.string(),
    role: RoleName,
  }),
  status: 200,
  errors: ["unauthenticated"],
});

export const identityContracts = [
  listPeopleContract,
  createPersonContract,
  updatePersonContract,
  listTokensContract,
  createTokenContract,
  revokeTokenContract,
  meContract,
];
