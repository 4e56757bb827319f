import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";

export default async function HomePage() {
  const t = await getTranslations("shell");
  return <PageHeader title={t("product")} description={t("description")} />;
}
