import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  const t = useTranslations("shell.notFound");
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
            <ButtonLink href="/runbooks">{t("runbooks")}</ButtonLink>
          </>
        }
      >
        {t("explanation")}
      </EmptyState>
    </div>
  );
}
