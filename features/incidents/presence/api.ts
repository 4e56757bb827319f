import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { MovedScreen, MoveScreen } from "./schema";

export const moveScreenContract = contract({
  method: "POST",
  path: "/api/v1/presence/{screen}",
  summary: "Say what an open screen shows; its stream told its id in the event `here`",
  access: "viewer",
  input: MoveScreen,
  output: MovedScreen,
  status: 200,
  errors: ["validation_failed"],
});

export const runbookStreamContract = contract({
  method: "GET",
  path: "/api/v1/runbooks/{service}/{file}/stream",
  summary:
    "Server-sent events for editors of a runbook: `presence` with who has it open and where, `drafts` with who has unpublished changes, `published` with what is published",
  access: "editor",
  input: z.object({ service: z.string().max(100), file: z.string().max(100) }),
  output: z.string(),
  status: 200,
  mediaType: "text/event-stream",
  errors: ["validation_failed"],
});
