"use client";
import { Check, Link2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";

/** The permalink of a procedure, step or heading: a link, and a click also copies its address. */
export function AnchorLink({ id, title }: { id: string; title: string }) {
  const t = useTranslations("readingTools.anchor");
  const [copied, setCopied] = useState(false);
  const Icon = copied ? Check : Link2;
  return (
    <a
      href={`#${id}`}
      aria-label={t("copy", { title })}
      title={copied ? t("copied") : t("copy", { title })}
      onClick={async () => {
        const { origin, pathname } = window.location;
        await navigator.clipboard?.writeText(`${origin}${pathname}#${id}`);
        setCopied(true);
        setTimeout(() => setCopied(false), 2_000);
      }}
      className="inline-flex size-6 shrink-0 items-center justify-center rounded text-muted opacity-40 group-hover/anchor:opacity-100 hover:bg-raised hover:text-accent focus-visible:opacity-100 pointer-coarse:opacity-70 print:hidden"
    >
      <Icon aria-hidden className="size-4" />
    </a>
  );
}
