import type { RunbookPath } from "../../artifact";
import { runbookHref } from "../../links";
import { isAllowedUrl } from "../../url";
import type { Say } from "./words";

/** What a runbook's text needs to know of the document that it is put into. */
export type Surroundings = {
  say: Say;
  /** Where the portal is reached, without a slash at the end. */
  portal: string | null;
  /** Whether a runbook is in the same document. */
  has: (path: RunbookPath) => boolean;
  /** A picture as `data:` URI, by its address in the portal; null where it could not be taken along. */
  picture: (address: string) => string | null;
  /** An SVG image that leads a telephone to an address, after a procedure's or step's title; empty for none. */
  code: (kind: "procedure" | "step", address: string) => string;
};

/** The id in a document of several runbooks of an anchor of one; its permalink is `#` and this. */
export const documentId = (path: RunbookPath, anchor?: string | null): string => (anchor ? `${path}/${anchor}` : path);

/** The address in the portal of an anchor. */
export const portalAddress = (portal: string, path: RunbookPath, anchor?: string | null): string =>
  `${portal}${runbookHref(path, anchor)}`;

/**
 * Where a link of a runbook leads from a document that is read without the portal.
 * @param href as the portal's page has it
 * @returns null where it would lead nowhere
 */
export function documentHref(href: string, from: RunbookPath, { has, portal }: Surroundings): string | null {
  if (href.startsWith("#")) return `#${documentId(from, decoded(href.slice(1)))}`;
  const [, path = "", anchor] = /^\/runbooks\/([^/#]+\/[^/#]+)(?:#(.*))?$/.exec(href) ?? [];
  if (path && has(path)) return `#${documentId(path, anchor && decoded(anchor))}`;
  if (href.startsWith("/")) return portal ? `${portal}${href}` : null;
  return isAllowedUrl(href) && /^[a-z]+:/i.test(href) ? href : null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
