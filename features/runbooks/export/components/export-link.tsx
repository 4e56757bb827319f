import { FileDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { exportHref } from "../../links";

/** Leads to what can be taken along of a service, or of everything. */
export function ExportLink({ of }: { of?: string }) {
  const t = useTranslations("exports.page");
  return (
    <ButtonLink href={of ? exportHref(of) : "/export"} variant="ghost">
      <FileDown aria-hidden className="size-4" />
      {t("title")}
    </ButtonLink>
  );
}
