import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { DateTime, RelativeTime } from "@/components/ui/time";
import type { Token } from "../schema";
import { RevokeToken } from "./revoke-token";
import { Cell, Row, Table } from "./table";

type Shown = Token & { expired: boolean };

export function TokenTable({ tokens }: { tokens: Shown[] }) {
  const t = useTranslations("identity.tokens");
  const roles = useTranslations("shell.role");
  if (tokens.length === 0) return <EmptyState title={t("none")}>{t("noneHint")}</EmptyState>;
  return (
    <Table label={t("title")} head={[t("name"), t("role"), t("createdBy"), t("lastUsed"), t("expires"), t("actions")]}>
      {tokens.map((token) => (
        <Row key={token.id}>
          <Cell>
            <span className="block font-medium wrap-anywhere">{token.name}</span>
            <code className="font-mono text-sm text-muted">{token.hint}</code>
          </Cell>
          <Cell label={t("role")}>{roles(token.role)}</Cell>
          <Cell label={t("createdBy")}>
            {token.createdBy ?? t("byPortal")}
            <span className="block text-sm text-muted">
              <DateTime at={token.createdAt} style="date" />
            </span>
          </Cell>
          <Cell label={t("lastUsed")}>{token.lastUsedAt ? <RelativeTime at={token.lastUsedAt} /> : t("never")}</Cell>
          <Cell label={t("expires")}>
            {token.expiresAt ? <DateTime at={token.expiresAt} style="date" /> : t("noEnd")}
          </Cell>
          <Cell>
            {isOver(token) ? <Badge>{t(token.revokedAt ? "revoked" : "expired")}</Badge> : <RevokeToken {...token} />}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

const isOver = ({ revokedAt, expired }: Shown) => revokedAt !== null || expired;
