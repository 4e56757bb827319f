"use client";
import { type RefObject, useCallback, useLayoutEffect, useRef } from "react";

/** Pixels from the end that still are the end. */
const atTheEnd = 8;

/**
 * Keeps the end of a list in view for who reads there, however the list or the room for it changes. Only the reader's own scrolling
 * up ends that: how far away the end is says nothing after much came in at once.
 * @param box scrolls, and has the list as its only child
 * @param active false while entries below the last one held are not read
 * @returns to be told, after going to a place, whether that is the end
 */
export function useFollowing(box: RefObject<HTMLElement | null>, active: boolean): (end: boolean) => void {
  const following = useRef(true);

  useLayoutEffect(() => {
    const { current } = box;
    if (!current?.firstElementChild) return;
    const seen = { top: current.scrollTop, height: current.scrollHeight };
    const onScroll = () => {
      const { scrollTop, scrollHeight, clientHeight } = current;
      if (scrollHeight - scrollTop - clientHeight <= atTheEnd) following.current = true;
      else if (scrollTop < seen.top && scrollHeight === seen.height) following.current = false;
      Object.assign(seen, { top: scrollTop, height: scrollHeight });
    };
    const onResize = () => {
      following.current ||= seen.height <= current.clientHeight;
      if (following.current && active) current.scrollTop = current.scrollHeight;
      Object.assign(seen, { top: current.scrollTop, height: current.scrollHeight });
    };
    // Before the list hears of it and renders other rows, which changes its height.
    current.addEventListener("scroll", onScroll, { capture: true, passive: true });
    const observer = new ResizeObserver(onResize);
    observer.observe(current);
    observer.observe(current.firstElementChild);
    return () => {
      current.removeEventListener("scroll", onScroll, { capture: true });
      observer.disconnect();
    };
  }, [box, active]);

  return useCallback((end: boolean) => {
    following.current = end;
  }, []);
}
