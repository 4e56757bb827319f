"use client";
import { CloudDownload } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { PageLink } from "@/components/ui/page-link";
import { DateTime } from "@/components/ui/time";
import type { Kept } from "@/lib/offline/worker/kept";
import { askWorker } from "@/lib/offline/worker-client";

/** Says that a page is on this device, and from when, once it is: it leads to all that is. */
export function KeptMark({ path }: { path: string }) {
  const t = useTranslations("offline");
  const [kept, setKept] = useState<Kept | null>(null);
  useEffect(() => {
    let left = 15;
    const ask = async () => {
      const found = await askWorker<Kept>({ type: "kept", path });
      left -= 1;
      if (found) setKept(found);
      if (found || left === 0) clearInterval(asking);
    };
    const asking = setInterval(() => void ask(), 2_000); // the copy is made after the page came to rest
    return () => clearInterval(asking);
  }, [path]);
  if (!kept) return null;
  return (
    <p className="flex items-start gap-2 text-sm text-muted print:hidden">
      <CloudDownload aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>
        <PageLink href="/offline" className="underline underline-offset-2 hover:text-ink">
          {t("available")}
        </PageLink>{" "}
        {t.rich("copyOf", { when: () => <DateTime at={kept.at} /> })}
      </span>
    </p>
  );
}
