import { createElement, type ReactNode } from "react";

type IslandProps = {
  /** What takes this place over in the browser, by its name in app/reader/islands.tsx. */
  name: string;
  /** Its props, as JSON. */
  props?: Record<string, unknown>;
  as?: "div" | "span";
  className?: string;
  /** The component itself, as the server renders it. */
  children?: ReactNode;
};

/**
 * A place on a page that lives on where Next's scripts do not run: pages from memory bring a small module of their own, which
 * renders the same component into this element and takes away what the server rendered
 * (docs/decisions/0043-the-small-client.md). Where Next runs, this is an element around a component like any other.
 */
export function Island({ name, props, as = "div", className = "contents", children }: IslandProps) {
  return createElement(as, { "data-island": name, "data-props": props && JSON.stringify(props), className }, children);
}
