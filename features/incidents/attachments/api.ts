import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { AppendedEntry } from "../timeline/schema";
import { fileLimit } from "./limits";
import { AttachmentRef, AttachmentView, AttachToIncident } from "./schema";

export const AttachedEntry = z.object({ attachment: AttachmentView, entry: AppendedEntry, repeated: z.boolean() });
export type AttachedEntry = z.output<typeof AttachedEntry>;

export const attachToIncidentContract = contract({
  method: "POST",
  path: "/api/v1/incidents/{key}/attachments",
  summary: "Put a file on a timeline: the body is the file; its name, id, text and time are in the query",
  access: "responder",
  input: AttachToIncident,
  output: AttachedEntry,
  status: { of: ({ repeated }) => (repeated ? 200 : 201), all: [200, 201] },
  upload: { limit: fileLimit },
  errors: [
    "validation_failed",
    "not_found",
    "incident_closed",
    "id_reused",
    "future_time",
    "file_too_large",
    "file_empty",
    "secret_found",
  ],
});

/** The route answers with the bytes, not with this string. */
export const getAttachmentContract = contract({
  method: "GET",
  path: "/api/v1/attachments/{attachmentId}",
  summary: "A file as it was sent: pictures are shown in place, everything else is downloaded",
  access: "viewer",
  input: AttachmentRef,
  output: z.string(),
  status: 200,
  mediaType: "application/octet-stream",
  errors: ["validation_failed", "not_found"],
});

export const attachmentContracts = [getAttachmentContract, attachToIncidentContract];
