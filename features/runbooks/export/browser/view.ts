/** Frames, at most, until what lies above a place has its real height. */
const settling = 10;

/** Scrolls to an element. What was never in sight has only a guessed height until then, so the place is looked at again. */
export function bringIntoView(target: HTMLElement, left = settling): void {
  const before = target.getBoundingClientRect().top;
  target.scrollIntoView();
  const moved = Math.abs(target.getBoundingClientRect().top - before) > 1;
  if (moved && left > 0) requestAnimationFrame(() => bringIntoView(target, left - 1));
}

/** Goes to what the address names, and puts the keyboard there. */
export function openHash(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  target.tabIndex = -1;
  target.focus({ preventScroll: true });
  bringIntoView(target);
}
