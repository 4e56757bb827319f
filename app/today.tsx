import { getTranslations } from "next-intl/server";
import { SectionMessages } from "@/components/layout/section-messages";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { loadBurning } from "@/features/incidents/home/loaders";
import { OverdueReviews, ServiceGrid } from "@/features/runbooks/components/home/service-grid";
import { BrokenNotices } from "@/features/runbooks/components/page/broken-notices";
import { loadHomeCatalogue } from "@/features/runbooks/reading/loaders";
import { RemoteTrouble } from "@/features/runbooks/remote/components/remote-trouble";
import { loadRemoteTrouble } from "@/features/runbooks/remote/loaders";
import { BurningNow } from "./burning-now";
import { DrillsDue } from "./drills-due";
import { ReadingProgress } from "./reading-progress";
import { WaitingForYou } from "./waiting-for-you";

/** What the home page shows while nothing is looked for: what burns and waits, the services, what is overdue. */
export async function Today() {
  const t = await getTranslations("reading.home");
  const [catalogue, burning, trouble] = await Promise.all([loadHomeCatalogue(), loadBurning(), loadRemoteTrouble()]);
  return (
    <div className="pt-6">
      <WaitingForYou />
      {burning.state !== "hidden" && (
        <SectionMessages section="incidents">
          <BurningNow burning={burning} />
        </SectionMessages>
      )}
      <DrillsDue />
      {trouble && <RemoteTrouble state={trouble} />}
      {!catalogue && (
        <EmptyState
          title={t("membersOnly")}
          action={<ButtonLink href="/sign-in?callbackUrl=/">{t("signIn")}</ButtonLink>}
        >
          {t("membersOnlyHint")}
        </EmptyState>
      )}
      {catalogue && (
        <>
          <ReadingProgress />
          <BrokenNotices broken={catalogue.broken} />
          <section aria-labelledby="services" className="mb-10">
            <h2 id="services" className="mb-4 text-lg font-semibold">
              {t("services")}
            </h2>
            {catalogue.runbooks.length > 0 ? (
              <ServiceGrid services={catalogue.byService} />
            ) : (
              <EmptyState title={t("noServices")}>{t("noServicesHint")}</EmptyState>
            )}
          </section>
          <section aria-labelledby="review" className="mb-10">
            <h2 id="review" className="mb-2 text-lg font-semibold">
              {t("review")}
            </h2>
            <OverdueReviews overdue={catalogue.overdue} canEdit={catalogue.canEdit} />
          </section>
        </>
      )}
    </div>
  );
}
