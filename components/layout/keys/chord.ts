/** What a shortcut listener needs of a keyboard event. */
export type Press = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean; shiftKey: boolean };

/** Names a press as shortcuts are written: `mod+k`, `?`, `escape`, `shift+arrowdown`. `mod` is Ctrl, or ⌘ on a Mac. */
export function chordOf({ key, ctrlKey, metaKey, altKey, shiftKey }: Press): string {
  const name = key === " " ? "space" : key.toLowerCase();
  // Shift is part of what a printed character is: `?` needs no `shift+`.
  const shift = shiftKey && name.length > 1;
  return [ctrlKey || metaKey ? "mod+" : "", altKey ? "alt+" : "", shift ? "shift+" : "", name].join("");
}

/**
 * Which shortcut a series of presses completes, longest first (`g r` before `r`); null when none does.
 * @param recent chords in the order typed, newest last
 */
export function matchShortcut(recent: string[], shortcuts: Iterable<string>): string | null {
  const typed = recent.join(" ");
  let best: string | null = null;
  for (const shortcut of shortcuts) {
    const ends = typed === shortcut || typed.endsWith(` ${shortcut}`);
    if (ends && shortcut.length > (best?.length ?? 0)) best = shortcut;
  }
  return best;
}
