import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { DateTime } from "@/components/ui/time";
import type { AuditLine } from "../schema";
import { Cell, Row, Table } from "./table";

export function AuditTable({ events, older }: { events: AuditLine[]; older: number | null }) {
  const t = useTranslations("identity.audit");
  if (events.length === 0) return <EmptyState title={t("none")} />;
  return (
    <>
      <Table label={t("title")} head={[t("when"), t("who"), t("what"), t("whom"), t("details")]}>
        {events.map(({ id, at, actorName, source, action, subject, data }) => (
          <Row key={id}>
            <Cell>
              <DateTime at={at} />
            </Cell>
            <Cell>
              {actorName} <span className="text-sm text-muted">{t(`source.${source}`)}</span>
            </Cell>
            <Cell>{t.has(`action.${action}`) ? t(`action.${action}`) : action}</Cell>
            <Cell>
              <code className="font-mono text-sm wrap-anywhere">{subject}</code>
            </Cell>
            <Cell>
              <code className="font-mono text-sm wrap-anywhere">{particulars(data)}</code>
            </Cell>
          </Row>
        ))}
      </Table>
      {older !== null && (
        <ButtonLink href={`/admin/audit?before=${older}`} className="mt-4">
          {t("older")}
        </ButtonLink>
      )}
    </>
  );
}

const particulars = (data: unknown) =>
  Object.entries(data ?? {})
    .map(([key, value]) => `${key}: ${typeof value === "object" ? JSON.stringify(value) : value}`)
    .join(" · ");
