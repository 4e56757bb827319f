import { contract } from "@/lib/http/contract";
import { LinkCheckPage, ListLinkChecks } from "./schema";

export const listLinkChecksContract = contract({
  method: "GET",
  path: "/api/v1/link-checks",
  summary: "External addresses of the runbooks, and whether they still answer",
  access: "editor",
  input: ListLinkChecks,
  output: LinkCheckPage,
  status: 200,
  errors: ["validation_failed"],
});

export const linkCheckContracts = [listLinkChecksContract];
