import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RenderedComparison } from "@/app/rendered-comparison";
import { ComparisonView } from "@/features/runbooks/history/components/comparison-view";
import { followMove, loadComparison } from "@/features/runbooks/history/loaders";
import { pathOf, type RunbookParams } from "../../path-of";

type Parameters = Record<"from" | "to" | "view", string | string[] | undefined>;
type Props = { params: RunbookParams; searchParams: Promise<Parameters> };

const single = (value: string | string[] | undefined) => (typeof value === "string" ? value : "latest");

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("runbookHistory.compare");
  return { title: t("title", { title: await pathOf(params) }) };
}

export default async function ComparePage({ params, searchParams }: Props) {
  const path = await pathOf(params);
  const { from, to, view } = await searchParams;
  await followMove(path, `/history/compare?from=${single(from)}&to=${single(to)}`);
  const found = await loadComparison(path, single(from), single(to));
  const t = await getTranslations("runbookHistory.compare");
  return (
    <ComparisonView
      path={path}
      view={view === "text" ? "text" : "rendered"}
      {...found}
      rendered={
        <RenderedComparison
          path={path}
          format={(found.to.file ?? found.from.file)?.endsWith(".md") ? "md" : "mdx"}
          before={found.from.text}
          after={found.to.text}
          titles={{ before: t("from"), after: t("to") }}
        />
      }
    />
  );
}
