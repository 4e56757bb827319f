"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { DateTime } from "@/components/ui/time";
import { useToast } from "@/components/ui/toast";
import type { ActionResult } from "@/lib/http/action";
import { resetPasswordAction, updatePersonAction } from "../actions";
import type { Person } from "../schema";
import { RoleSelect } from "./role-select";
import { SecretDialog } from "./secret-dialog";
import { Cell, Row } from "./table";

/** One person, with what an administrator can do about them. */
export function PersonRow({ person, isMe }: { person: Person; isMe: boolean }) {
  const t = useTranslations("identity.people");
  const errors = useTranslations("errors");
  const toast = useToast();
  const router = useRouter();
  const [secret, setSecret] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const { id, name, email, role, signIn, disabledAt, createdAt } = person;

  function run<T>(action: () => Promise<ActionResult<T>>, done: (value: T) => void) {
    start(async () => {
      const result = await action();
      if (result.ok) done(result.value);
      else toast({ title: errors(result.code), tone: "danger" });
      router.refresh();
    });
  }
  const update = (change: { role?: string; disabled?: boolean }) =>
    run(
      () => updatePersonAction({ id, ...change }),
      () => toast({ title: t("saved", { name }), tone: "success" }),
    );

  return (
    <Row>
      <Cell>
        <span className="flex flex-wrap items-center gap-2 font-medium">
          <span className="wrap-anywhere">{name}</span>
          {isMe && <Badge>{t("you")}</Badge>}
          {disabledAt && <Badge tone="warning">{t("disabled")}</Badge>}
        </span>
        <span className="text-sm text-muted wrap-anywhere">{email}</span>
      </Cell>
      <Cell>
        <RoleSelect
          aria-label={t("roleOf", { name })}
          value={role}
          disabled={busy}
          className="min-w-44"
          onChange={(event) => update({ role: event.target.value })}
        />
      </Cell>
      <Cell label={t("signsInWith")}>
        {[signIn.password && t("withPassword"), signIn.provider && t("withProvider")].filter(Boolean).join(", ")}
      </Cell>
      <Cell label={t("since")}>
        <DateTime at={createdAt} style="date" />
      </Cell>
      <Cell>
        <div className="flex flex-wrap gap-2">
          <Button
            size="sm"
            disabled={busy}
            onClick={() =>
              run(
                () => resetPasswordAction({ id }),
                (value) => setSecret(value.password),
              )
            }
          >
            {t("resetPassword")}
          </Button>
          <Button
            size="sm"
            variant={disabledAt ? "secondary" : "danger"}
            disabled={busy}
            onClick={() => update({ disabled: !disabledAt })}
          >
            {disabledAt ? t("enable") : t("disable")}
          </Button>
        </div>
        <SecretDialog title={t("passwordTitle")} secret={secret} onClose={() => setSecret(null)} />
      </Cell>
    </Row>
  );
}
