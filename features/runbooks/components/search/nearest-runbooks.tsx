"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { PageLink } from "@/components/ui/page-link";
import { call } from "@/lib/http/client";
import { runbookHref } from "../../links";

type Found = { results: { path: string; title: string }[] };

/** What answers best to the words of an address that leads nowhere. */
export function NearestRunbooks() {
  const t = useTranslations("readingTools.missing");
  const pathname = usePathname();
  const [nearest, setNearest] = useState<Map<string, string>>(new Map());
  useEffect(() => {
    const words = decodeURIComponent(pathname)
      .replace(/^\/runbooks\//, "")
      .replace(/[-_/.]+/g, " ");
    const abort = new AbortController();
    call<Found>("GET", `/api/v1/search?limit=20&q=${encodeURIComponent(words)}`, undefined, abort.signal).then(
      (found) => {
        if (found.ok) setNearest(new Map(found.value.results.map(({ path, title }) => [path, title])));
      },
    );
    return () => abort.abort();
  }, [pathname]);

  if (nearest.size === 0) return null;
  return (
    <div className="mt-4">
      <p>{t("nearest")}</p>
      <ul className="mt-1 grid gap-1">
        {[...nearest].slice(0, 5).map(([path, title]) => (
          <li key={path}>
            <PageLink href={runbookHref(path)} className="text-accent underline underline-offset-3">
              {title}
            </PageLink>{" "}
            <code className="text-sm">{path}</code>
          </li>
        ))}
      </ul>
    </div>
  );
}
