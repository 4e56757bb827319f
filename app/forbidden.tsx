import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { loadViewer } from "@/features/identity/loaders";

/** The role does not reach: says which role somebody has, and who can give another. */
export default async function Forbidden() {
  const t = await getTranslations("identity.forbidden");
  const role = await getTranslations("shell.role");
  const viewer = await loadViewer();
  return (
    <div className="mx-auto max-w-2xl py-10">
      <h1 className="sr-only">{t("title")}</h1>
      <EmptyState title={t("title")} action={<ButtonLink href="/runbooks">{t("runbooks")}</ButtonLink>}>
        {viewer && <p>{t("who", { name: viewer.name, role: role(viewer.role) })}</p>}
        <p>{t("ask")}</p>
      </EmptyState>
    </div>
  );
}
