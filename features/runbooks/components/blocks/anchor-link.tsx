import { Link2 } from "lucide-react";
import { useTranslations } from "next-intl";

/** The permalink of a procedure, step or heading. A click also copies its address, where `CopyAnchors` is on the page. */
export function AnchorLink({ id, title }: { id: string; title: string }) {
  const t = useTranslations("reading.anchor");
  return (
    <a
      href={`#${id}`}
      data-anchor
      aria-label={t("copy", { title })}
      title={t("copy", { title })}
      className="inline-flex size-6 shrink-0 items-center justify-center rounded text-muted opacity-40 group-hover/anchor:opacity-100 hover:bg-raised hover:text-accent focus-visible:opacity-100 pointer-coarse:opacity-70 print:hidden"
    >
      <Link2 aria-hidden className="size-4" />
    </a>
  );
}
