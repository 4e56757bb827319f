import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { Role } from "@/lib/auth/roles";
import type { Person } from "../schema";
import { LeaveButtons } from "./leave-buttons";
import { PasswordForm } from "./password-form";

type Account = { name: string; role: Role; details: Person | null };

/** Who somebody is to the portal, their password, and the ways out. */
export function AccountView({ account: { name, role, details } }: { account: Account }) {
  const t = useTranslations("identity.account");
  const roles = useTranslations("shell.role");
  return (
    <div className="mx-auto grid max-w-2xl gap-8">
      <PageHeader
        eyebrow={t("title")}
        title={name}
        description={details?.email}
        actions={<Badge tone="info">{roles(role)}</Badge>}
      />
      {!details && <Notice tone="warning">{t("away")}</Notice>}
      {details?.signIn.password && (
        <section aria-labelledby="password" className="grid gap-4">
          <h2 id="password" className="text-lg font-semibold">
            {t("changePassword")}
          </h2>
          <PasswordForm email={details.email} />
        </section>
      )}
      {details && !details.signIn.password && <p className="text-muted">{t("providerOnly")}</p>}
      <section aria-labelledby="leave" className="grid gap-4">
        <h2 id="leave" className="text-lg font-semibold">
          {t("sessions")}
        </h2>
        <LeaveButtons />
      </section>
    </div>
  );
}
