"use client";
import { type ComponentType, lazy, startTransition, useEffect, useState } from "react";

/** A part of a page that is loaded beside it. */
export type LaterPart<P> = {
  /** The part once it was loaded: a page that is reached later begins with it. */
  ready: ComponentType<P> | null;
  load: () => Promise<ComponentType<P>>;
};

export const laterPart = <P,>(load: () => Promise<ComponentType<P>>): LaterPart<P> => ({ ready: null, load });

/** How often it is tried to load a part, and after how long again, in ms. */
const attempts = 5;
const againMs = 2_000;

/**
 * The part, once it has been loaded, and null before; it is rendered in a transition, in small pieces and not in one with bringing the
 * page alive. Until then `sentPart` stands in its place. Without network it is loaded when that is back.
 * @throws from the rendering, to the page for errors, when it cannot be loaded: what looks alive and is not would be worse
 */
export function useLaterPart<P>(part: LaterPart<P>): ComponentType<P> | null {
  const [Part, setPart] = useState(() => part.ready);
  useEffect(() => {
    if (Part) return;
    const gone = new AbortController();
    void loaded(part, gone.signal).then(
      (found) => startTransition(() => setPart(() => found)),
      (error: unknown) => {
        if (gone.signal.aborted) return;
        setPart(() => {
          throw error;
        });
      },
    );
    return () => gone.abort();
  }, [Part, part]);
  return Part;
}

async function loaded<P>(part: LaterPart<P>, gone: AbortSignal): Promise<ComponentType<P>> {
  await new Promise((resolve) => setTimeout(resolve)); // asking for scripts takes a while: not in one go with what has just come alive
  for (let attempt = 1; ; attempt++) {
    try {
      part.ready = await part.load();
      gone.throwIfAborted();
      return part.ready;
    } catch (error) {
      if (gone.aborted || (navigator.onLine && attempt >= attempts)) throw error;
      await (navigator.onLine ? new Promise((resolve) => setTimeout(resolve, againMs)) : network());
    }
  }
}

const network = () => new Promise((resolve) => window.addEventListener("online", resolve, { once: true }));

/**
 * What the server renders, and the browser leaves in the page as it came: neither loaded nor rendered there, and not alive. Its code is
 * not named in the page either (`next/dynamic` would): it would share the line with what has to come first.
 */
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
