"use client";
import { type ComponentType, lazy, startTransition, useEffect, useState } from "react";

/** A part of a page that is loaded beside it. */
export type LaterPart<P> = {
  /** The part once it was loaded: a page that is reached later begins with it. */
  ready: ComponentType<P> | null;
  load: () => Promise<ComponentType<P>>;
};

export const laterPart = <P,>(load: () => Promise<ComponentType<P>>): LaterPart<P> => ({ ready: null, load });

/**
 * The part, once it has been loaded, and null before; it is rendered in a transition, in small pieces and not in one with bringing the
 * page alive. Until then `sentPart` stands in its place.
 * @throws from the rendering, to the page for errors, when it cannot be loaded: what looks alive and is not would be worse
 */
export function useLaterPart<P>(part: LaterPart<P>): ComponentType<P> | null {
  const [Part, setPart] = useState(() => part.ready);
  useEffect(() => {
    if (Part) return;
    let gone = false;
    part.load().then(
      (loaded) => {
        part.ready = loaded;
        if (!gone) startTransition(() => setPart(() => loaded));
      },
      (error: unknown) => {
        if (gone) return;
        setPart(() => {
          throw error;
        });
      },
    );
    return () => {
      gone = true;
    };
  }, [Part, part]);
  return Part;
}

/** What the server renders, and the browser leaves in the page as it came: neither loaded nor rendered there, and not alive. */
export function sentPart<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Part = lazy(async () => ({ default: await load() }));
  return function Sent(props: P) {
    if (typeof window === "undefined") {
      return (
        <div className="contents">
          <Part {...props} />
        </div>
      );
    }
    // Text that may differ is not compared: React leaves what the server put here as it is.
    return (
      <div className="contents" suppressHydrationWarning>
        {""}
      </div>
    );
  };
}
