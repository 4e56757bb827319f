/** Autosaves of one person within this window are one text. Milliseconds. */
const window = 5 * 60_000;

type Saved = { version: number; savedAt: Date; savedById: string | null; savedBy: string };

/**
 * Whether a newly saved text stands for the one before it, which then need not be kept: the same person's, within the same five
 * minutes of the clock. The text that was drafted stays, and so does the last one of each person before somebody else's.
 */
export const replaces = (saved: Saved, before: Saved): boolean =>
  before.version > 1 &&
  before.savedById === saved.savedById &&
  before.savedBy === saved.savedBy &&
  Math.floor(before.savedAt.getTime() / window) === Math.floor(saved.savedAt.getTime() / window);
