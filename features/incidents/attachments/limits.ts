/** Largest file, in bytes: 25 MB. */
export const fileLimit = 25 * 1024 * 1024;

/** Longest text that comes with a file, in characters: it travels in the address. */
export const captionLimit = 1_000;
