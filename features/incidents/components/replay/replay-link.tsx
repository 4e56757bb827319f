import { History } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";

/** Leads from an incident to its replay. */
export function ReplayLink({ incidentKey }: { incidentKey: string }) {
  const t = useTranslations("incidents.past.replay");
  return (
    <p className="border-b border-line px-4 py-3 text-sm">
      <Link
        href={`/incidents/${incidentKey}/replay`}
        prefetch={false}
        className="inline-flex items-center gap-2 py-1 text-accent underline"
      >
        <History aria-hidden className="size-4" />
        {t("open")}
      </Link>
    </p>
  );
}
