import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { SeverityMark } from "@/components/ui/severity-mark";
import { loadPostMortemPage } from "@/features/runbooks/documents/loaders";
import { PostMortemDocument } from "../document";

type Props = { params: Promise<{ file: string }> };

const load = async (params: Props["params"]) =>
  loadPostMortemPage(`postmortems/${decodeURIComponent((await params).file)}`);

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { artifact, path } = await load(params);
  return { title: artifact?.frontMatter.title ?? path };
}

export default async function PublishedPostMortemPage({ params }: Props) {
  const t = await getTranslations("postMortems");
  const { artifact, path, problems } = await load(params);
  const matter = artifact?.postMortem;
  const list = <Link href="/postmortems">{t("title")}</Link>;
  if (!artifact || !matter) {
    const [first] = problems;
    return (
      <>
        <PageHeader title={path} eyebrow={list} />
        <Notice tone="warning" title={t("refused")}>
          {first && `${first.line}:${first.column} ${first.message}`}
        </Notice>
      </>
    );
  }
  return (
    <>
      <PageHeader
        title={matter.title}
        eyebrow={list}
        description={
          <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <SeverityMark severity={matter.severity} />
            <span>{matter.services.join(", ")}</span>
            <Link href={`/incidents/${matter.incident}`} className="text-accent underline">
              {t("incident", { key: matter.incident })}
            </Link>
          </span>
        }
      />
      <PostMortemDocument artifact={artifact} />
    </>
  );
}
