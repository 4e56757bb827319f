import type { Metadata } from "next";
import { loadRun } from "@/features/runs/loaders";
import { RunPage } from "../run-page";

type Props = { params: Promise<{ runId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await loadRun((await params).runId)).run.title };
}

export default async function DrillPage({ params }: Props) {
  return <RunPage {...(await loadRun((await params).runId))} />;
}
