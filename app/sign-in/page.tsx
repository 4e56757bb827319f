import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { SignInForm } from "@/features/identity/components/sign-in-form";
import { loadSignIn } from "@/features/identity/loaders";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("identity.signIn");
  return { title: t("title"), robots: { index: false } };
}

export default async function SignInPage({ searchParams }: Props) {
  const { viewer, ...signIn } = await loadSignIn(await searchParams);
  if (viewer) redirect(signIn.returnTo);
  return <SignInForm {...signIn} />;
}
