import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Artifact } from "../../artifact";
import { runbookBlocks } from "../../components/blocks/runbook-blocks";
import { ComparedCode } from "./compared-code";

/**
 * The components of the runbook page, as a comparison shows them: the same for both texts, so that equal parts are equal; nothing
 * folded away, and commands as they are written, without anybody's values in them.
 */
export function comparedBlocks(documents: (Pick<Artifact, "path" | "variables"> | null)[]) {
  const path = documents.find((one) => one !== null)?.path ?? "";
  return {
    ...runbookBlocks({ path, variables: [] }),
    Causes: OpenCauses,
    CommandBlock: ({ lang, text }: { lang: string; text: string }) => <ComparedCode lang={lang} text={text} />,
    Snippet: ({ lang, text }: { lang: string; text: string }) => <ComparedCode lang={lang} text={text} />,
    Diagram: ({ text }: { text: string }) => <ComparedCode lang="mermaid" text={text} />,
  };
}

function OpenCauses({ plain, children }: { plain?: boolean; children?: ReactNode }) {
  const t = useTranslations("reading.blocks");
  if (plain) return children;
  return (
    <section className="rounded border border-line px-4 py-3">
      <h3 className="mb-1 font-semibold">{t("causes")}</h3>
      {children}
    </section>
  );
}
