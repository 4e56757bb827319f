import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Notice } from "@/components/ui/notice";
import { type Anchor, anchorsOf } from "@/features/runbooks/comparison/anchors";
import { compareDocuments } from "@/features/runbooks/comparison/comparison";
import type { Beside } from "@/features/runbooks/comparison/components/beside";
import { comparedBlocks } from "@/features/runbooks/comparison/components/compared-blocks";
import { RenderedDifference } from "@/features/runbooks/comparison/components/rendered-difference";
import { type ComparedText, loadComparedText } from "@/features/runbooks/comparison/loaders";
import { DifferenceView } from "@/features/runbooks/editor/components/difference-view";
import { renderRunbook } from "@/features/runbooks/render/adapter";

type Props = {
  path: string;
  format?: "mdx" | "md";
  /** The texts; null where there was none, or is none any more. */
  before: string | null;
  after: string | null;
  titles: { before: string; after: string };
  beside?: Beside;
  /** Stands after the difference; gets all lines that it is about, none where the texts are compared as text. */
  end?: (anchors: Anchor[]) => ReactNode;
};

/** Two texts of a runbook side by side as the page shows them; as text where one of them cannot be shown. */
export async function RenderedComparison({ path, format = "mdx", before, after, titles, beside, end }: Props) {
  const t = await getTranslations("comparison");
  const load = (text: string | null) => (text === null ? null : loadComparedText(path, text, format));
  const [old, fresh] = await Promise.all([load(before), load(after)]);
  if ((old && !old.artifact) || (fresh && !fresh.artifact)) {
    return (
      <div className="grid gap-3">
        <Notice tone="info" title={t("asText")} />
        <DifferenceView before={before ?? ""} after={after ?? ""} />
        {end?.([])}
      </div>
    );
  }
  const components = comparedBlocks([old?.artifact ?? null, fresh?.artifact ?? null]);
  const rendered = (one: ComparedText | null) =>
    one?.artifact && {
      tree: renderRunbook(one.artifact, components),
      frontMatter: one.artifact.frontMatter,
      source: one.source,
    };
  const comparison = compareDocuments(rendered(old) ?? null, rendered(fresh) ?? null, components);
  const lang = (fresh ?? old)?.artifact?.frontMatter.lang ?? "es";
  return (
    <>
      <RenderedDifference comparison={comparison} titles={titles} lang={lang} beside={beside} />
      {end?.(anchorsOf(comparison))}
    </>
  );
}
