import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AccountView } from "@/features/identity/components/account-view";
import { loadAccount } from "@/features/identity/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity.account"))("title") };
}

export default async function AccountPage() {
  return <AccountView account={await loadAccount()} />;
}
