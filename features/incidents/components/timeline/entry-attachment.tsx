"use client";
import { FileLink } from "@/components/ui/file-link";
import { AttachmentView } from "../../attachments/schema";
import type { EntryView } from "../../timeline/schema";

/** The file that an entry is about, if it is about one. */
export function EntryAttachment({ entry }: { entry: EntryView }) {
  const { data: file } = AttachmentView.safeParse(entry.data.attachment);
  return file ? <FileLink file={file} struck={entry.retracted !== null} /> : null;
}
