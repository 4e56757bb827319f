"use client";
import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { onNewBuild, pageBuild } from "@/lib/offline/worker-client";

/** Appears when the portal has a newer build than this page: it goes on working as it is, and a reload brings the new one. */
export function NewVersion() {
  const t = useTranslations("offline");
  const [newer, setNewer] = useState(false);
  useEffect(() => onNewBuild((build) => setNewer(pageBuild() !== null && build !== pageBuild())), []);
  return (
    <span role="status" className="contents">
      {newer && (
        <Button onClick={() => window.location.reload()} title={t("newVersion")}>
          <RefreshCw aria-hidden className="size-4" />
          <span className="sr-only lg:not-sr-only">{t("newVersion")}</span>
        </Button>
      )}
    </span>
  );
}
