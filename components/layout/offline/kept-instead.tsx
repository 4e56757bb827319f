"use client";
import { useEffect } from "react";
import type { Kept } from "@/lib/offline/worker/kept";
import { askWorker } from "@/lib/offline/worker-client";

/**
 * Where the portal failed to make a page that a link led to, its copy is shown instead: loaded as a whole, the page fails once
 * more, and then the worker has it. Once per page and tab, so that nobody goes in circles.
 */
export function KeptInstead() {
  useEffect(() => {
    const tried = `bitacora:instead:${window.location.pathname}`;
    if (document.documentElement.dataset.keptAt !== undefined || sessionStorage.getItem(tried)) return;
    void askWorker<Kept>({ type: "kept", path: window.location.pathname }).then((kept) => {
      if (!kept) return;
      sessionStorage.setItem(tried, kept.at);
      window.location.reload();
    });
  }, []);
  return null;
}
