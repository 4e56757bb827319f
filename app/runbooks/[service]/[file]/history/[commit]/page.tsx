import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { VersionView } from "@/features/runbooks/history/components/version-view";
import { loadVersion } from "@/features/runbooks/history/loaders";
import { pathOf } from "../../path-of";

type Props = {
  params: Promise<{ service: string; file: string; commit: string }>;
  searchParams: Promise<{ against?: string | string[] }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("editing.history");
  return { title: t("version", { commit: (await params).commit.slice(0, 8) }) };
}

export default async function VersionPage({ params, searchParams }: Props) {
  const { commit } = await params;
  const path = await pathOf(params);
  const against = (await searchParams).against === "current" ? "current" : "previous";
  return <VersionView path={path} against={against} found={await loadVersion(path, commit)} />;
}
