import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { RemoteState } from "../status";

/** Tells an administrator, where they start, that the content does not reach its remote. */
export function RemoteTrouble({ state }: { state: RemoteState }) {
  const t = useTranslations("contentRemote");
  return (
    <Notice
      tone={state === "diverged" ? "danger" : "warning"}
      title={t(`state.${state}`)}
      action={<ButtonLink href="/admin/content">{t("open")}</ButtonLink>}
      className="mb-8"
    >
      {t(`means.${state}`)}
    </Notice>
  );
}
