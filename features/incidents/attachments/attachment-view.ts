import { isShown } from "./media-type";
import type { AttachmentView } from "./schema";

type AttachmentRow = { id: string; name: string; sha256: string; file: { size: number; mediaType: string } };

export const attachmentHref = (id: string): string => `/api/v1/attachments/${id}`;

/** What the API and the pages show of a file. */
export const attachmentView = ({ id, name, sha256, file }: AttachmentRow): AttachmentView => ({
  id,
  name,
  mediaType: file.mediaType,
  size: file.size,
  sha256,
  shown: isShown(file.mediaType),
  url: attachmentHref(id),
});

/** The file as Markdown, for readers of the text alone; the name cannot end the link or begin another. */
export const fileLink = ({ name, url }: Pick<AttachmentView, "name" | "url">): string =>
  `[${name.replace(/[\\[\]*_`<&]/g, "\\$&")}](${url})`;
