const prefix = "bitacora-";
const privatePrefix = `${prefix}private-`;
const assetsPrefix = `${prefix}assets-`;

/** What anybody may read, kept as a stranger sees it. */
export const publicCache = `${prefix}public`;
/** How the reader likes pages: no more than language, theme and fonts. */
export const mannersCache = `${prefix}manners`;

export const privateCache = (reader: string): string => privatePrefix + reader;
export const assetsCache = (build: string): string => assetsPrefix + build;

/** Whose private cache it is; null when it is none. */
export const readerOf = (cache: string): string | null =>
  cache.startsWith(privatePrefix) ? cache.slice(privatePrefix.length) : null;
/** Which build's assets it holds; null when it holds none. */
export const buildOf = (cache: string): string | null =>
  cache.startsWith(assetsPrefix) ? cache.slice(assetsPrefix.length) : null;
export const isOurs = (cache: string): boolean => cache.startsWith(prefix);
