import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { NearestRunbooks } from "@/features/runbooks/components/search/nearest-runbooks";

export default function RunbookNotFound() {
  const t = useTranslations("reading.missing");
  return (
    <div className="mx-auto max-w-2xl py-10">
      <h1 className="sr-only">{t("title")}</h1>
      <EmptyState
        title={t("title")}
        action={
          <>
            <ButtonLink variant="primary" href="/search">
              {t("search")}
            </ButtonLink>
            <ButtonLink href="/runbooks">{t("browse")}</ButtonLink>
          </>
        }
      >
        <p>{t("explanation")}</p>
        <NearestRunbooks />
      </EmptyState>
    </div>
  );
}
