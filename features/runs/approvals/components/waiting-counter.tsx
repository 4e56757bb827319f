"use client";
import { ShieldQuestion } from "lucide-react";
import { useTranslations } from "next-intl";
import { PageLink } from "@/components/ui/page-link";
import { useWaiting } from "./waiting-store";

/** How many requests wait for somebody, in the head of every page; nothing while there is none. */
export function WaitingCounter() {
  const t = useTranslations("shell.approvals");
  const count = useWaiting().approvals.length;
  return (
    <span role="status">
      {count > 0 && (
        <PageLink
          href="/approvals"
          className="flex h-9 items-center gap-1.5 rounded border border-warning/50 bg-warning-soft px-2.5 text-sm font-semibold text-warning hover:border-warning"
        >
          <ShieldQuestion aria-hidden className="size-4" />
          <span aria-hidden>{count}</span>
          <span className="sr-only">{t("waiting", { count })}</span>
        </PageLink>
      )}
    </span>
  );
}
