import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { RemoteStatus } from "./status";

const path = "/api/v1/content-remote" as const;

export const remoteStatusContract = contract({
  method: "GET",
  path,
  summary: "How this instance stands to the remote of the content, as of its last attempt",
  access: "editor",
  input: z.object({}),
  output: RemoteStatus,
  status: 200,
  errors: [],
});

export const syncContentContract = contract({
  method: "POST",
  path,
  summary: "Look at the remote now, as after a push: for a webhook",
  access: "editor",
  input: z.object({}),
  output: RemoteStatus,
  status: 200,
  errors: ["repository_unavailable", "database_unavailable"],
});

export const remoteContracts = [remoteStatusContract, syncContentContract];
