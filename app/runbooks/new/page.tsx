import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { NewRunbookForm } from "@/features/runbooks/editor/components/new-runbook-form";
import { loadNewRunbook } from "@/features/runbooks/editor/loaders";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("editing.new"))("title") };
}

export default async function NewRunbookPage({ searchParams }: Props) {
  const search = await searchParams;
  const asked = (name: string) => (typeof search[name] === "string" ? search[name].trim() : "");
  const [service, file, title] = [asked("service"), asked("file"), asked("title")];
  const found = await loadNewRunbook(service && file && title ? `${service}/${file}` : null);
  if (found.state === "free") redirect(`/runbooks/${service}/${file}/edit?${new URLSearchParams({ title })}`);
  return <NewRunbookForm asked={{ service, file, title }} {...found} />;
}
