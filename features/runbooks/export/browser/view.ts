/** Frames, at most, until what lies above a place has its real height. */
const settling = 10;

/** Scrolls to an element. What was never in sight has only a guessed height until then, so the place is looked at again. */
export function bringIntoView(target: HTMLElement, left = settling): void {
  const before = target.getBoundingClientRect().top;
  target.scrollIntoView();
  const moved = Math.abs(target.getBoundingClientRect().top - before) > 1;
  if (moved && left > 0) requestAnimationFrame(() => bringIntoView(target, left - 1));
}

type Place = { element: HTMLElement; top: number };

/** The part that is being read, and how far down it is in sight: heights above it may change, so a number would not lead back. */
export function placeInView(): Place | null {
  const element = document.elementFromPoint(innerWidth / 2, innerHeight / 3)?.closest<HTMLElement>("main [id]");
  return element ? { element, top: element.getBoundingClientRect().top } : null;
}

/** Scrolls until a part is where it was. */
export function returnTo({ element, top }: Place, left = settling): void {
  const off = element.getBoundingClientRect().top - top;
  scrollBy(0, off);
  if (Math.abs(off) > 1 && left > 0) requestAnimationFrame(() => returnTo({ element, top }, left - 1));
}

/** Goes to what the address names, and puts the keyboard there. */
export function openHash(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  bringIntoView(target);
}
