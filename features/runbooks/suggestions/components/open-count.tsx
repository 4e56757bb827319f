import { MessageSquareWarning } from "lucide-react";
import { useTranslations } from "next-intl";
import { PageLink } from "@/components/ui/page-link";

/** How many suggestions wait for this runbook's editors, with the way to them; nothing where there is none. */
export function OpenCount({ path, count }: { path: string; count: number | undefined }) {
  const t = useTranslations("reading.suggestions");
  if (!count) return null;
  return (
    <PageLink
      href={`/runbooks/${path}/edit`}
      className="inline-flex items-center gap-1.5 text-sm text-warning underline-offset-2 hover:underline"
    >
      <MessageSquareWarning aria-hidden className="size-4" />
      {t("open", { count })}
    </PageLink>
  );
}
