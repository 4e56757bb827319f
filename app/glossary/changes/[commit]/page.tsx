import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { PageHeader } from "@/components/ui/page-header";
import { DateTime } from "@/components/ui/time";
import { DifferenceView } from "@/features/runbooks/editor/components/difference-view";
import { loadGlossaryChange } from "@/features/runbooks/glossary/loaders";

type Props = { params: Promise<{ commit: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("glossary"))("change.title") };
}

export default async function GlossaryChangePage({ params }: Props) {
  const t = await getTranslations("glossary");
  const { commit, author, at, subject, before, after } = await loadGlossaryChange((await params).commit);
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader
        title={subject || t("change.title")}
        eyebrow={<Link href="/glossary">{t("title")}</Link>}
        description={
          <>
            {t("change.by", { author })} · <DateTime at={at} /> · <code>{commit.slice(0, 8)}</code>
          </>
        }
      />
      <DifferenceView before={before} after={after} label={t("change.difference")} />
    </div>
  );
}
