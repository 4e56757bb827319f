import { useTranslations } from "next-intl";
import type { Person } from "../schema";
import { PersonRow } from "./person-row";
import { Table } from "./table";

export function PeopleTable({ people, me }: { people: Person[]; me: string | null }) {
  const t = useTranslations("identity.people");
  return (
    <Table label={t("title")} head={[t("person"), t("role"), t("signsInWith"), t("since"), t("actions")]}>
      {people.map((person) => (
        <PersonRow key={person.id} person={person} isMe={person.id === me} />
      ))}
    </Table>
  );
}
