/** What a page says of itself in its first tag. */
export type PageMark = {
  /** Whom it was rendered for; null for anybody. */
  reader: string | null;
  /** The build that rendered it; null while developing. */
  build: string | null;
  /** The browser sent a session that was ended: revoked, or of somebody who may not come in any more. */
  ended: boolean;
  title: string;
};

/** Why a copy is shown: nobody answered, nobody answered in time, or the portal could not make the page. */
export type Why = "offline" | "slow" | "failed";

const opening = /<html\b[^>]*>/i;

/** Says for whom a page is that is the same for all who may read it: such a page cannot say so itself. */
export const readerHeader = "Bitacora-Reader";

/** Reads the mark of a whole page. @param headers of the answer that brought it */
export function markOf(html: string, headers?: Headers): PageMark {
  const tag = opening.exec(html)?.[0] ?? "";
  const value = (name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] || null;
  const title = /<title>([^<]*)<\/title>/i.exec(html)?.[1] ?? "";
  return {
    reader: value("data-reader") ?? headers?.get(readerHeader) ?? null,
    build: value("data-build"),
    ended: value("data-session") === "ended",
    title: decoded(title),
  };
}

/** The page with the moment of its copy and why it is shown, for its strip. Scripts stay as they were: their hashes are in its policy. */
export const asCopy = (html: string, at: string, why: Why): string =>
  html.replace(opening, (tag) => `${tag.slice(0, -1)} data-kept-at="${at}" data-kept-why="${why}">`);

const entities: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"' };

const decoded = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name) return entities[name.toLowerCase()] ?? whole;
    return String.fromCodePoint(Number.parseInt(hex ?? decimal ?? "", hex ? 16 : 10) || 0xfffd);
  });
