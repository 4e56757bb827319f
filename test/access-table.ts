import { type Role, roles } from "@/lib/auth/roles";

/** Everybody who may come, from outside to inside; each may do what those before may. */
export const everyone = ["nobody", ...roles] as const;
export type Who = "nobody" | Role;

export const mayEnter = (who: Who, least: Who) => everyone.indexOf(who) >= everyone.indexOf(least);

/** Somebody refused: sent to sign in, told that their role does not reach, or told that there is nothing. */
export type Page = {
  least: Who;
  /** Address to try, with `{key}` for an incident that exists; left out, the page's own. */
  at?: string;
};

/** Every page of the portal, by its folder in `app/`, with the least that somebody has to be to see it. */
export const pages: Record<string, Page> = {
  "/": { least: "nobody" },
  "/sign-in": { least: "nobody" },
  "/search": { least: "nobody", at: "/search?q=postgres" },
  "/runbooks": { least: "nobody" },
  "/runbooks/[service]": { least: "nobody", at: "/runbooks/agente-hotelero-api" },
  "/runbooks/[service]/[file]": { least: "nobody", at: "/runbooks/agente-hotelero-api/emergencias" },
  "/export": { least: "nobody" },
  "/offline": { least: "nobody" }, // what the reader's own browser keeps
  "/incidents": { least: "viewer" },
  "/incidents/new": { least: "viewer" }, // a viewer is told who declares incidents
  "/incidents/[key]": { least: "viewer", at: "/incidents/{key}" },
  "/incidents/[key]/replay": { least: "viewer", at: "/incidents/{key}/replay" },
  "/incidents/[key]/briefing": { least: "viewer", at: "/incidents/{key}/briefing" },
  "/incidents/[key]/runs/[runId]": {
    least: "viewer",
    at: "/incidents/{key}/runs/01900000-0000-7000-8000-000000000000",
  },
  "/incidents/[key]/record": { least: "viewer", at: "/incidents/{key}/record" },
  "/incidents/[key]/post-mortem": { least: "viewer", at: "/incidents/{key}/post-mortem" },
  // An incident of which nobody drafted one: whoever may, is told that there is nothing.
  "/incidents/[key]/post-mortem/edit": { least: "responder", at: "/incidents/{key}/post-mortem/edit" },
  "/postmortems": { least: "viewer" },
  "/postmortems/[file]": { least: "viewer", at: "/postmortems/inc-999999" },
  "/runs": { least: "viewer" },
  "/runs/new": { least: "viewer", at: "/runs/new?runbook=agente-hotelero-api/emergencias&procedure=api-no-responde" },
  "/runs/[runId]": { least: "viewer", at: "/runs/01900000-0000-7000-8000-000000000000" },
  "/runs/schedule": { least: "editor" },
  "/worklist": { least: "editor" },
  "/worklist/owners": { least: "editor" },
  "/worklist/searches": { least: "editor" },
  "/glossary": { least: "nobody" },
  "/glossary/changes/[commit]": { least: "viewer", at: "/glossary/changes/latest" },
  "/approvals": { least: "viewer" },
  "/account": { least: "viewer" },
  "/admin": { least: "admin" },
  "/admin/people": { least: "admin" },
  "/admin/tokens": { least: "admin" },
  "/admin/approvals": { least: "admin" },
  "/admin/reviews": { least: "admin" },
  "/reviews": { least: "editor" },
  "/reviews/[reviewId]": { least: "editor", at: "/reviews/01900000-0000-7000-8000-000000000000" },
  "/admin/content": { least: "admin" },
  "/admin/audit": { least: "admin" },
  "/runbooks/new": { least: "editor" },
  "/import": { least: "editor" },
  "/runbooks/[service]/[file]/edit": { least: "editor", at: "/runbooks/agente-hotelero-api/emergencias/edit" },
  "/runbooks/[service]/[file]/history": { least: "viewer", at: "/runbooks/agente-hotelero-api/emergencias/history" },
  "/runbooks/[service]/[file]/history/[commit]": {
    least: "viewer",
    at: "/runbooks/agente-hotelero-api/emergencias/history/latest",
  },
  "/runbooks/[service]/[file]/move": { least: "editor", at: "/runbooks/agente-hotelero-api/emergencias/move" },
  "/runbooks/[service]/[file]/delete": { least: "editor", at: "/runbooks/agente-hotelero-api/emergencias/delete" },
  "/deleted-runbooks": { least: "viewer" },
  "/runbooks/[service]/[file]/blame": { least: "viewer", at: "/runbooks/agente-hotelero-api/emergencias/blame" },
  "/runbooks/[service]/[file]/history/compare": {
    least: "viewer",
    at: "/runbooks/agente-hotelero-api/emergencias/history/compare?from=latest&to=latest",
  },
};

/** Route handlers that are bound to no contract, with why each of their methods is open to those who may call it. */
export const handlers: Record<string, { methods: string[]; open: string }> = {
  "/api/auth/[...nextauth]": { methods: ["GET", "POST"], open: "it is where nobody becomes somebody" },
  "/api/openapi.json": { methods: ["GET"], open: "it describes the API and holds nothing of anybody" },
  "/api/v1/schemas/incident-export.json": {
    methods: ["GET"],
    open: "it describes a format and holds nothing of anybody",
  },
  "/runbook-files/[...path]": { methods: ["GET"], open: "it follows READ_ACCESS, which its own test walks" },
  "/runbooks/[service]/[file]/print": {
    methods: ["GET"],
    open: "it follows READ_ACCESS, which the test of exports walks",
  },
  "/updates/[secret]": {
    methods: ["GET"],
    open: "its secret of 256 bits is the key, and it shows only what is marked for stakeholders",
  },
  "/api/v1/content-remote/webhook": {
    methods: ["POST"],
    open: "it is signed with a secret of the repository's host, and only lets the portal look at its own remote",
  },
  "/api/v1/search-index": { methods: ["GET"], open: "it follows READ_ACCESS, as the search does" },
  "/preferences": { methods: ["POST"], open: "it only sets the reader's own cookies" },
};
