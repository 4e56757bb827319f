"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { classes } from "./classes";

type Props = {
  /** Read aloud, and shown on hover. */
  label: string;
  icon: ReactNode;
  className?: string;
  /** The entries, as `<li>`. */
  children: ReactNode;
};

/**
 * A button that unfolds a list of links and buttons under it. A `<details>`, so that it opens without JavaScript; with it,
 * Escape and a click beside it close it, and so does choosing an entry.
 */
export function DisclosureMenu({ label, icon, className, children }: Props) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: MouseEvent | KeyboardEvent) => {
      const box = menu.current;
      if (!box?.open) return;
      if (event instanceof KeyboardEvent) {
        if (event.key !== "Escape") return;
        if (box.contains(document.activeElement)) box.querySelector("summary")?.focus();
        box.open = false;
        return;
      }
      const target = event.target as Element;
      if (!box.contains(target) || target.closest("li a, li button")) box.open = false;
    };
    document.addEventListener("click", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("click", close);
      document.removeEventListener("keydown", close);
    };
  }, []);
  return (
    <details ref={menu} className={classes("relative", className)}>
      <summary
        aria-label={label}
        title={label}
        className="flex size-9 list-none items-center justify-center rounded hover:bg-raised [&::-webkit-details-marker]:hidden"
      >
        {icon}
      </summary>
      <ul className="absolute right-0 z-40 mt-1 w-64 rounded border border-line bg-surface py-1 shadow-lg">
        {children}
      </ul>
    </details>
  );
}
