import { z } from "zod";
import { contract } from "@/lib/http/contract";
import {
  DraftedPostMortem,
  PostMortemRef,
  PostMortemView,
  PublishPostMortem,
  RevisionRef,
  SavedTexts,
  SavedTextWhole,
  SavePostMortem,
} from "./schema";

const path = "/api/v1/incidents/{key}/post-mortem";

export const readPostMortemContract = contract({
  method: "GET",
  path,
  summary: "The post-mortem of an incident as it is being written",
  access: "viewer",
  input: PostMortemRef,
  output: PostMortemView,
  status: 200,
  errors: ["not_found"],
});

export const draftPostMortemContract = contract({
  method: "POST",
  path,
  summary: "Draft the post-mortem from the record of the incident; the one that is there, if there is one",
  access: "responder",
  input: PostMortemRef,
  output: DraftedPostMortem,
  status: { of: ({ repeated }) => (repeated ? 200 : 201), all: [200, 201] },
  errors: ["not_found", "post_mortem_too_early"],
});

export const savePostMortemContract = contract({
  method: "PUT",
  path,
  summary: "Save the text of a post-mortem, naming the version that it was made from",
  access: "responder",
  input: SavePostMortem,
  output: PostMortemView,
  status: 200,
  errors: ["validation_failed", "not_found", "stale_version"],
});

export const savedTextsContract = contract({
  method: "GET",
  path: `${path}/revisions`,
  summary: "The texts of a post-mortem that were saved, newest first",
  access: "viewer",
  input: PostMortemRef,
  output: SavedTexts,
  status: 200,
  errors: ["not_found"],
});

export const savedTextContract = contract({
  method: "GET",
  path: `${path}/revisions/{version}`,
  summary: "One saved text of a post-mortem",
  access: "viewer",
  input: RevisionRef,
  output: SavedTextWhole,
  status: 200,
  errors: ["not_found"],
});

export const publishPostMortemContract = contract({
  method: "POST",
  path: `${path}/publication`,
  summary: "Publish the post-mortem as one commit; for editors and whoever led the incident",
  access: "responder",
  input: PublishPostMortem,
  output: PostMortemView,
  status: 200,
  errors: [
    "validation_failed",
    "not_found",
    "stale_version",
    "runbook_invalid",
    "post_mortem_of_another",
    "secret_found",
    "stale_base",
    "path_taken",
    "worktree_changed",
    "file_name_refused",
    "file_name_taken",
    "nothing_to_publish",
    "repository_locked",
    "repository_unavailable",
  ],
});

export const postMortemStreamContract = contract({
  method: "GET",
  path: `${path}/stream`,
  summary: "Server-sent events: `presence` with who has the editor open, `saved` with the version of the newest text",
  access: "viewer",
  input: PostMortemRef,
  output: z.string(),
  status: 200,
  mediaType: "text/event-stream",
  errors: ["not_found"],
});

/** All operations on post-mortems. */
export const postMortemContracts = [
  readPostMortemContract,
  draftPostMortemContract,
  savePostMortemContract,
  savedTextsContract,
  savedTextContract,
  publishPostMortemContract,
  postMortemStreamContract,
];
