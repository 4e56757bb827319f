"use client";
import { usePathname } from "next/navigation";
import { useLocale } from "next-intl";
import { useEffect } from "react";
import { registerWorker, tellWorker } from "@/lib/offline/worker-client";

/** How often a page that stays open asks for a new build of the portal, in milliseconds. */
const lookAgainMs = 15 * 60_000;
/** A page is at rest this long after it was opened; only then is anything fetched to be kept. Milliseconds. */
const restMs = 800;
/** How often a page that stays open has its copy, and what goes with it, brought up to date. Milliseconds. */
const againMs = 5 * 60_000;

/** Keeps the service worker of this browser running, and tells it which page somebody is at. */
export function WorkerLink() {
  const pathname = usePathname();
  const locale = useLocale() === "en" ? "en" : "es";

  useEffect(() => {
    let looking: ReturnType<typeof setInterval> | undefined;
    const started = registerWorker().then((registration) => {
      looking = setInterval(() => void registration?.update().catch(() => undefined), lookAgainMs);
    });
    return () => void started.then(() => clearInterval(looking));
  }, []);

  useEffect(() => {
    const tell = () => {
      const { dataset, className } = document.documentElement;
      if (dataset.build === undefined || !navigator.onLine || document.hidden) return;
      const manners = { locale, theme: dataset.theme ?? "", fonts: className } as const;
      tellWorker({ type: "here", path: pathname, manners });
    };
    const rest = setTimeout(tell, restMs);
    const again = setInterval(tell, againMs);
    return () => {
      clearTimeout(rest);
      clearInterval(again);
    };
  }, [pathname, locale]);
  return null;
}
