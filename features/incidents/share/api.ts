import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { ListShareLinks, MadeShareLink, MakeShareLink, RevokeShareLink, ShareLinkView } from "./schema";

const links = "/api/v1/incidents/{key}/share-links" as const;

export const listShareLinksContract = contract({
  method: "GET",
  path: links,
  summary: "Links by which people without an account follow the updates, without their secrets",
  access: "responder",
  input: ListShareLinks,
  output: z.object({ links: z.array(ShareLinkView) }),
  status: 200,
  errors: ["not_found"],
});

export const makeShareLinkContract = contract({
  method: "POST",
  path: links,
  summary: "Make a link for stakeholders; its secret is told once",
  access: "responder",
  input: MakeShareLink,
  output: MadeShareLink,
  status: { of: ({ path }) => (path === null ? 200 : 201), all: [200, 201] },
  errors: ["validation_failed", "not_found", "id_reused"],
});

export const revokeShareLinkContract = contract({
  method: "DELETE",
  path: `${links}/{linkId}`,
  summary: "Revoke a link for stakeholders",
  access: "responder",
  input: RevokeShareLink,
  output: ShareLinkView,
  status: 200,
  errors: ["validation_failed", "not_found"],
});

export const shareContracts = [listShareLinksContract, makeShareLinkContract, revokeShareLinkContract];
