"use client";
import { FileLink } from "@/components/ui/file-link";
import { attachmentIn } from "../../attachments/attachment-in";
import type { EntryView } from "../../timeline/schema";

/** The file that an entry is about, if it is about one. */
export function EntryAttachment({ entry }: { entry: EntryView }) {
  const file = attachmentIn(entry.data);
  return file ? <FileLink file={file} struck={entry.retracted !== null} /> : null;
}
