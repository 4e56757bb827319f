import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AdminFrame } from "@/features/identity/components/admin-frame";
import { InvitePerson } from "@/features/identity/components/invite-person";
import { PeopleTable } from "@/features/identity/components/people-table";
import { loadPeople } from "@/features/identity/loaders";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("identity.people"))("title") };
}

export default async function PeoplePage() {
  const { people, me } = await loadPeople();
  return (
    <AdminFrame section="people" actions={<InvitePerson />}>
      <PeopleTable people={people} me={me} />
    </AdminFrame>
  );
}
