import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/features/identity/components/admin-frame";
import { loadAdministration } from "@/features/identity/loaders";
import { ContentStateView } from "@/features/runbooks/git-state/components/content-state-view";
import { loadContentState } from "@/features/runbooks/git-state/loaders";
import { RemoteView } from "@/features/runbooks/remote/components/remote-view";
import { loadRemote } from "@/features/runbooks/remote/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity.content"))("title") };
}

export default async function ContentPage() {
  await loadAdministration();
  return (
    <AdminFrame section="content">
      <div className="grid gap-8">
        <RemoteView status={await loadRemote()} />
        <ContentStateView state={await loadContentState()} />
      </div>
    </AdminFrame>
  );
}
