import { z } from "zod";
import { contract } from "@/lib/http/contract";
import { AttachmentRef } from "./schema";

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

export const attachmentContracts = [getAttachmentContract];
