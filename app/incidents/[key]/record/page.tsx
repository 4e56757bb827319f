import type { Metadata } from "next";
import "./record.css";
import { RecordDocument } from "@/features/records/components/record/record-document";
import { loadRecord } from "@/features/records/loaders";

type Props = { params: Promise<{ key: string }>; searchParams: Promise<{ part?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).key.toUpperCase() };
}

export default async function RecordPage({ params, searchParams }: Props) {
  const { part } = await searchParams;
  return <RecordDocument {...(await loadRecord((await params).key, Number(part ?? 1)))} />;
}
