"use client";
import { startTransition, useEffect, useState } from "react";

/**
 * False for what the server sends and for the first rendering in the browser, which has to be the same; then true. The change is
 * rendered in small pieces, and not in one with bringing the whole page alive.
 */
export function useAlive(): boolean {
  const [alive, setAlive] = useState(false);
  useEffect(() => startTransition(() => setAlive(true)), []);
  return alive;
}
