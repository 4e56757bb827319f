import type { AttachmentView } from "./schema";

// By hand and not by the schema: every page with a timeline looks for files, and none else needs a validator.
const texts = ["id", "name", "mediaType", "sha256", "url"] as const;

/** The file that the data of an entry tell of; null when they tell of none. */
export function attachmentIn(data: Record<string, unknown>): AttachmentView | null {
  const file = data.attachment as Record<string, unknown> | null | undefined;
  if (typeof file !== "object" || file === null) return null;
  const whole = texts.every((name) => typeof file[name] === "string");
  return whole && Number.isInteger(file.size) && typeof file.shown === "boolean" ? (file as AttachmentView) : null;
}
