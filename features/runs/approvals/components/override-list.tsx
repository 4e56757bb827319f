import { ShieldOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { DateTime } from "@/components/ui/time";
import type { ListedApproval } from "../schema";
import { RequestCard } from "./request-card";

/** Where somebody went ahead without a second person; drills are counted apart. */
export function OverrideList({ approvals }: { approvals: ListedApproval[] }) {
  const t = useTranslations("approvals");
  const drills = approvals.filter(({ run }) => run.drill).length;
  return (
    <section aria-labelledby="overridden" className="mt-10 grid gap-4">
      <header>
        <h2 id="overridden" className="text-lg font-semibold">
          {t("overridden")}
        </h2>
        <p className="text-muted">{t("overriddenHint")}</p>
        <p>{approvals.length === 0 ? t("noOverrides") : t("counted", { count: approvals.length - drills, drills })}</p>
      </header>
      <ul className="grid gap-4">
        {approvals.map((approval) => (
          <li key={approval.id}>
            <RequestCard approval={approval} aside={approval.decidedAt && <DateTime at={approval.decidedAt} />}>
              <p className="flex items-start gap-2">
                <ShieldOff aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
                <span className="min-w-0 wrap-anywhere">
                  <strong>{approval.decidedBy?.name}</strong>: {approval.reason}
                </span>
              </p>
            </RequestCard>
          </li>
        ))}
      </ul>
    </section>
  );
}
