/** One of the two versions that are compared. */
export type Side = {
  commit: string;
  author: string;
  /** ISO 8601 with the author's offset. */
  at: string;
  subject: string;
  /** Where the runbook lay below the content folder; null where that commit does not have it. */
  file: string | null;
  text: string | null;
};

/** The address of a comparison, which anybody may be sent. */
export const compareHref = (path: string, from: string, to: string): string =>
  `/runbooks/${path}/history/compare?from=${from}&to=${to}`;
