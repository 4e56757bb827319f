import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { loadRun } from "@/features/runs/loaders";
import { RunPage } from "../run-page";

type Props = { params: Promise<{ runId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { run } = await loadRun((await params).runId);
  return { title: (await getTranslations("runs.header"))("drillTitle", { title: run.title }) };
}

export default async function DrillPage({ params }: Props) {
  return <RunPage {...(await loadRun((await params).runId))} />;
}
