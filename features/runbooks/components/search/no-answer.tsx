import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** Nothing answers: what to try. */
export function NoAnswer() {
  const t = useTranslations("finding");
  return (
    <EmptyState title={t("none")} action={<ButtonLink href="/runbooks">{t("browse")}</ButtonLink>}>
      <ul className="mx-auto max-w-md list-disc pl-5 text-left">
        <li>{t("tip.fewer")}</li>
        <li>{t("tip.line")}</li>
        <li>{t("tip.language")}</li>
      </ul>
    </EmptyState>
  );
}
