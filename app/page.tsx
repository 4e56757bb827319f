import { getTranslations } from "next-intl/server";
import { SectionMessages } from "@/components/layout/section-messages";
import { loadViewer } from "@/features/identity/loaders";
import { PortalFinder } from "./search/portal-finder";
import { Today } from "./today";

export default async function HomePage() {
  const t = await getTranslations("reading.home");
  const viewer = await loadViewer();
  return (
    <div className="mx-auto max-w-6xl">
      <h1 className="sr-only">{t("heading")}</h1>
      <SectionMessages section="finding">
        <PortalFinder home role={viewer?.role ?? null} idle={<Today />} />
      </SectionMessages>
    </div>
  );
}
