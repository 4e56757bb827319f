/** Longest part of an update, in characters. */
export const partLimit = 10_000;
