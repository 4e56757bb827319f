import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/features/identity/components/admin-frame";
import { NewToken } from "@/features/identity/components/new-token";
import { TokenTable } from "@/features/identity/components/token-table";
import { loadTokens } from "@/features/identity/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity.tokens"))("title") };
}

export default async function TokensPage() {
  const tokens = await loadTokens();
  return (
    <AdminFrame section="tokens" actions={<NewToken />}>
      <TokenTable tokens={tokens} />
    </AdminFrame>
  );
}
