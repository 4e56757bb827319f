import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";

const sections = ["people", "tokens", "approvals", "reviews", "content", "audit"] as const;

/** The head of an administration page: its title, its sisters, what can be done. */
export function AdminFrame({
  section,
  actions,
  children,
}: {
  section: (typeof sections)[number];
  actions?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("identity");
  return (
    <>
      <PageHeader
        eyebrow={
          <nav aria-label={t("admin")} className="flex gap-4">
            {sections.map((name) => (
              <Link
                key={name}
                href={`/admin/${name}`}
                aria-current={name === section ? "page" : undefined}
                className="py-1 underline-offset-4 hover:underline aria-[current=page]:font-medium aria-[current=page]:text-ink"
              >
                {t(`${name}.title`)}
              </Link>
            ))}
          </nav>
        }
        title={t(`${section}.title`)}
        description={t(`${section}.description`)}
        actions={actions}
      />
      {children}
    </>
  );
}
