"use client";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { PageLink } from "@/components/ui/page-link";
import { DateTime } from "@/components/ui/time";
import type { Kept } from "@/lib/offline/worker/kept";
import { useSize } from "./use-size";

/** Copies on this device, the newest first. */
export function KeptList({ copies }: { copies: Kept[] }) {
  const t = useTranslations("offlineDevice");
  const size = useSize();
  return (
    <ul className="border-t border-line">
      {copies
        .toSorted((a, b) => b.at.localeCompare(a.at))
        .map(({ path, title, at, bytes, personal }) => (
          <li key={`${path} ${personal}`} className="border-b border-line">
            <PageLink href={path} className="-mx-2 block rounded px-2 py-2 hover:bg-raised">
              <span className="flex flex-wrap items-baseline gap-x-2">
                <span className="font-medium text-accent wrap-anywhere">{title.replace(/ · [^·]*$/, "") || path}</span>
                {personal && <Badge>{t("personal")}</Badge>}
              </span>
              <span className="flex flex-wrap gap-x-3 text-sm text-muted">
                <span className="wrap-anywhere">{path}</span>
                <DateTime at={at} />
                <span>{size(bytes)}</span>
              </span>
            </PageLink>
          </li>
        ))}
    </ul>
  );
}
