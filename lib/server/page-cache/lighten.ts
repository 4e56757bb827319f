/** The module that takes the place of Next's scripts, and what it imports at once. */
export type ReaderScripts = { entry: string; preload: string[] };

/** One after the other, so that what looks like a tag inside of an attribute is none: a comment, a script with its text, any other tag. */
const pieces =
  /<!--[\s\S]*?-->|<script\b(?:"[^"]*"|'[^']*'|[^>"'])*>[\s\S]*?<\/script\s*>|<[a-z](?:"[^"]*"|'[^']*'|[^>"'])*>/gi;
const isData = /^<script\b[^>]*\stype="application\/(ld\+)?json"/i;
const isScriptLink = /^<link\b[^>]*\shref="\/_next\/[^"]*\.js[^"]*"/i;
const isGone = (piece: string) => (/^<script\b/i.test(piece) ? !isData.test(piece) : isScriptLink.test(piece));
/** React moves parts that came late to their place with scripts: such a page is not whole without them. */
const lateParts = /<template id="[BP]:|<div hidden="?"? id="S:/i;

/**
 * The page without Next's scripts and the data for them, with `scripts` instead, after all that a reader sees. That stays.
 * @returns null for a page that would not be whole without them
 */
export function lighten(html: string, { entry, preload }: ReaderScripts): string | null {
  if (lateParts.test(html)) return null;
  const bare = html.replace(pieces, (piece) => (isGone(piece) ? "" : piece));
  const end = bare.lastIndexOf("</body>");
  if (end === -1) return null;
  const links = preload.map((href) => `<link rel="modulepreload" href="${href}" fetchpriority="low">`).join("");
  return `${bare.slice(0, end)}${links}<script type="module" src="${entry}" fetchpriority="low"></script>${bare.slice(end)}`;
}

/** What a page that may be kept says of itself: the runbook is published and whole (app/runbooks/[service]/[file]/page.tsx). */
export const isWholeRunbook = (html: string): boolean => /<meta name="bitacora-page" content="[^"]+"/.test(html);
