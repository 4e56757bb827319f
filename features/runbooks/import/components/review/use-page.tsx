"use client";
import { startTransition, useEffect, useState } from "react";
import type { Inspect, Inspection } from "../../../editor/components/use-inspection";

/** The page that a text makes, rendered by the server; the last good one stays while the next is made. */
export function usePage(path: string, mdx: string | null, inspect: Inspect): Inspection["rendered"] {
  const [rendered, setRendered] = useState<Inspection["rendered"]>(null);
  useEffect(() => {
    if (mdx === null) return;
    let current = true;
    const timer = setTimeout(async () => {
      const result = await inspect({ path, text: mdx }).catch(() => null);
      if (current && result?.ok && result.rendered) startTransition(() => setRendered(result.rendered));
    }, 150);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [path, mdx, inspect]);
  return rendered;
}
