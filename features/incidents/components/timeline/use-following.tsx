"use client";
import { useCallback, useLayoutEffect, useRef } from "react";

/** Pixels from the end that still are the end. */
const atTheEnd = 8;

/**
 * Keeps the end of a list in view for who reads there, however the list or the room for it changes. Only the reader's own scrolling
 * up ends that: how far away the end is says nothing after much came in at once.
 * @param box scrolls, and has the list as its only child
 * @param active false while entries below the last one held are not read
 * @returns to be told, after going to a place, whether that is the end
 */
export function useFollowing(box: HTMLElement, active: boolean): (end: boolean) => void {
  const following = useRef(true);

  useLayoutEffect(() => {
    const list = box.firstElementChild;
    if (!list) return;
    const seen = { top: box.scrollTop, height: box.scrollHeight };
    const onScroll = () => {
      const { scrollTop, scrollHeight, clientHeight } = box;
      if (scrollHeight - scrollTop - clientHeight <= atTheEnd) following.current = true;
      else if (scrollTop < seen.top && scrollHeight === seen.height) following.current = false;
      Object.assign(seen, { top: scrollTop, height: scrollHeight });
    };
    const onResize = () => {
      following.current ||= seen.height <= box.clientHeight;
      if (following.current && active) box.scrollTop = box.scrollHeight;
      Object.assign(seen, { top: box.scrollTop, height: box.scrollHeight });
    };
    // Before the list hears of it and renders other rows, which changes its height.
    box.addEventListener("scroll", onScroll, { capture: true, passive: true });
    const observer = new ResizeObserver(onResize);
    observer.observe(box);
    observer.observe(list);
    return () => {
      box.removeEventListener("scroll", onScroll, { capture: true });
      observer.disconnect();
    };
  }, [box, active]);

  return useCallback((end: boolean) => {
    following.current = end;
  }, []);
}
