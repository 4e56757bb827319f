"use client";
import { CloudOff } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/time";
import { onCopyTime } from "@/lib/offline/worker-client";
import { useReachable } from "./use-reachable";

type Copy = { at: string; why: "offline" | "slow" | "failed" };

/**
 * Says on a page that came from this device's copies from when it is, and offers the current one when the portal answers
 * again. The worker marks such a page in its first tag, so the strip has its place before anything runs.
 */
export function KeptStrip() {
  const t = useTranslations("offline.strip");
  const [copy, setCopy] = useState<Copy | null>(null);
  const pathname = usePathname();
  const first = useRef(pathname);
  const reachable = useReachable(copy && (copy.why === "failed" ? "/readyz" : "/healthz"));

  useEffect(() => {
    const { dataset } = document.documentElement;
    // Another page that a link led to came from the portal.
    if (pathname !== first.current) delete dataset.keptAt;
    const read = () => setCopy(dataset.keptAt ? { at: dataset.keptAt, why: whyOf(dataset.keptWhy) } : null);
    read();
    return onCopyTime(read);
  }, [pathname]);

  return (
    <div
      role="status"
      className="hidden h-(--strip) items-center gap-2 overflow-hidden border-b border-warning/40 bg-warning-soft px-4 text-sm text-ink sm:px-6 [html[data-kept-at]_&]:flex"
    >
      <CloudOff role="img" aria-label={t("label")} className="size-4 shrink-0 text-warning" />
      {copy && (
        <>
          <p className="min-w-0 flex-1 truncate">
            {t.rich(reachable ? "back" : copy.why, { when: () => <DateTime at={copy.at} /> })}
          </p>
          {reachable && (
            <Button size="sm" onClick={() => window.location.reload()}>
              {t("refresh")}
            </Button>
          )}
        </>
      )}
    </div>
  );
}

const whyOf = (why: string | undefined): Copy["why"] => (why === "slow" || why === "failed" ? why : "offline");
