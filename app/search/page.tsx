import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SectionMessages } from "@/components/layout/section-messages";
import { loadViewer } from "@/features/identity/loaders";
import { loadAnswer } from "@/features/runbooks/finding/loaders";
import { loadPosted } from "@/features/runbooks/search/log/loaders";
import { ReadingProgress } from "../reading-progress";
import { PortalFinder } from "./portal-finder";
import { StartList } from "./start-list";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("finding"))("title") };
}

export default async function SearchPage({ searchParams }: Props) {
  const t = await getTranslations("finding");
  const past = await getTranslations("incidents.past.search");
  const posted = await loadPosted();
  const asked = posted ? { q: posted.answer ? "" : posted.text } : await searchParams;
  const [answer, viewer] = await Promise.all([loadAnswer(asked), loadViewer()]);
  return (
    <SectionMessages section="finding">
      <h1 className="sr-only">{t("title")}</h1>
      <ReadingProgress />
      <PortalFinder
        key={answer.q}
        initial={answer.q === "" ? null : answer}
        posted={posted}
        role={viewer?.role ?? null}
        idle={<StartList member={viewer !== null} />}
        past={{ title: past("past"), all: past("pastAll") }}
      />
    </SectionMessages>
  );
}
