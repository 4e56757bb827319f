import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { RunPage } from "@/app/runs/run-page";
import { loadRun } from "@/features/runs/loaders";

type Props = { params: Promise<{ key: string; runId: string }> };

const load = async ({ params }: Props) => {
  const { key, runId } = await params;
  return loadRun(runId, key);
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { run } = await load(props);
  const title = `${run.incident?.key ?? ""} · ${run.title}`;
  return { title: run.drill ? (await getTranslations("runs.header"))("drillTitle", { title }) : title };
}

export default async function IncidentRunPage(props: Props) {
  return <RunPage {...(await load(props))} />;
}
