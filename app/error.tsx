"use client";
import { useTranslations } from "next-intl";
import { KeptInstead } from "@/components/layout/offline/kept-instead";
import { Button, ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations("shell.error");
  return (
    <div className="mx-auto max-w-2xl py-10">
      <KeptInstead />
      <h1 className="mb-3 text-xl font-semibold">{t("title")}</h1>
      <Notice tone="danger" live>
        <p>{t("explanation")}</p>
        {error.digest && <p className="mt-1 text-sm text-muted">{t("digest", { digest: error.digest })}</p>}
      </Notice>
      <div className="mt-4 flex gap-2">
        <Button variant="primary" onClick={reset}>
          {t("retry")}
        </Button>
        <ButtonLink href="/runbooks">{t("runbooks")}</ButtonLink>
      </div>
    </div>
  );
}
