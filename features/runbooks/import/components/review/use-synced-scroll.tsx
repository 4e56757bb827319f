"use client";
import { type RefObject, useEffect } from "react";

/** A line of the source and the id of the element that shows it. */
export type Anchor = { line: number; id: string };
type Point = { left: number; right: number };

/** Scrolls two panes in step: what stands at the top of the one stands at the top of the other. */
export function useSyncedScroll(
  left: RefObject<HTMLElement | null>,
  right: RefObject<HTMLElement | null>,
  anchors: readonly Anchor[],
  active: boolean,
): void {
  useEffect(() => {
    const [source, page] = [left.current, right.current];
    if (!source || !page || !active) return;
    let leader: HTMLElement | null = null;
    const lead = (event: Event) => {
      leader = event.currentTarget as HTMLElement;
    };
    const follow = (event: Event) => {
      const from = event.currentTarget as HTMLElement;
      if (leader !== from) return;
      const to = from === source ? page : source;
      const side = from === source ? "left" : "right";
      to.scrollTop = between(pointsOf(source, page, anchors), from.scrollTop, side);
    };
    const starts = ["pointerenter", "wheel", "touchstart", "focusin", "keydown"] as const;
    for (const pane of [source, page]) {
      for (const start of starts) pane.addEventListener(start, lead, { passive: true });
      pane.addEventListener("scroll", follow, { passive: true });
    }
    return () => {
      for (const pane of [source, page]) {
        for (const start of starts) pane.removeEventListener(start, lead);
        pane.removeEventListener("scroll", follow);
      }
    };
  }, [left, right, anchors, active]);
}

/** Where in both panes the same thing stands, from top to bottom. */
function pointsOf(source: HTMLElement, page: HTMLElement, anchors: readonly Anchor[]): Point[] {
  const points: Point[] = [{ left: 0, right: 0 }];
  for (const { line, id } of anchors) {
    const from = source.querySelector<HTMLElement>(`[data-line="${line}"]`);
    const to = elementIn(page, id);
    const last = points.at(-1);
    if (!from || !to || !last) continue;
    const point = { left: topOf(from, source), right: topOf(to, page) };
    if (point.left > last.left && point.right > last.right) points.push(point);
  }
  points.push({
    left: Math.max(source.scrollHeight - source.clientHeight, points.at(-1)?.left ?? 0),
    right: Math.max(page.scrollHeight - page.clientHeight, points.at(-1)?.right ?? 0),
  });
  return points;
}

const topOf = (element: HTMLElement, pane: HTMLElement) =>
  element.getBoundingClientRect().top - pane.getBoundingClientRect().top + pane.scrollTop;

/** The element of the page with an id; ids of the page around it do not count. */
export const elementIn = (pane: HTMLElement, id: string): HTMLElement | null =>
  pane.querySelector<HTMLElement>(`#${CSS.escape(id)}`);

function between(points: Point[], at: number, side: "left" | "right"): number {
  const other = side === "left" ? "right" : "left";
  const next = points.findIndex((point) => point[side] >= at);
  const end = points[next];
  const start = points[next - 1];
  if (!end) return points.at(-1)?.[other] ?? 0;
  if (!start || end[side] === start[side]) return end[other];
  const share = (at - start[side]) / (end[side] - start[side]);
  return start[other] + share * (end[other] - start[other]);
}
