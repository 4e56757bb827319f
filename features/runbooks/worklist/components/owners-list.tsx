"use client";
import { X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { PageLink } from "@/components/ui/page-link";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { call } from "@/lib/http/client";
import type { Owner } from "../owners/schema";

type Props = {
  owners: Owner[];
  /** Whom an administrator can name; empty for others. */
  people: { id: string; name: string }[];
  me: string | null;
};

/** The owners that runbooks name, with who answers for each; everybody for themselves, an administrator for all. */
export function OwnersList({ owners, people, me }: Props) {
  const t = useTranslations("worklist.owners");
  const toast = useToast();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const send = async (method: "POST" | "DELETE", owner: string, personId?: string) => {
    setBusy(true);
    const query = new URLSearchParams({ owner, ...(personId && { personId }) });
    const answer =
      method === "POST"
        ? await call("POST", "/api/v1/runbook-owners", { owner, personId })
        : await call("DELETE", `/api/v1/runbook-owners?${query}`);
    setBusy(false);
    if (!answer.ok) toast({ title: answer.title || t("failed"), tone: "danger" });
    router.refresh();
  };
  const may = (id: string) => people.length > 0 || id === me;
  return (
    <ul className="divide-y divide-line rounded border border-line bg-surface">
      {owners.map((owner) => (
        <li key={owner.name} className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-2.5">
          <div className="min-w-0 flex-1 basis-48">
            <PageLink
              href={`/worklist?owner=${encodeURIComponent(owner.name)}`}
              className="font-medium wrap-anywhere hover:underline"
            >
              {owner.name}
            </PageLink>
            <p className="text-sm text-muted">{t("runbooks", { count: owner.runbooks })}</p>
          </div>
          <ul
            aria-label={t("peopleOf", { owner: owner.name })}
            className="flex min-w-0 flex-1 basis-56 flex-wrap gap-2"
          >
            {owner.people.length === 0 && <li className="text-sm text-warning">{t("nobody")}</li>}
            {owner.people.map(({ id, name, byName }) => (
              <li key={id} className="inline-flex items-center gap-1 rounded border border-line px-2 text-sm">
                {name}
                {!byName && may(id) && (
                  <IconButton
                    size="sm"
                    label={t("giveUp", { name, owner: owner.name })}
                    disabled={busy}
                    onClick={() => void send("DELETE", owner.name, id)}
                  >
                    <X aria-hidden className="size-4" />
                  </IconButton>
                )}
              </li>
            ))}
          </ul>
          <div className="flex flex-wrap items-center gap-2">
            {!owner.mine && me && (
              <Button
                size="sm"
                disabled={busy}
                aria-label={t("takeOf", { owner: owner.name })}
                onClick={() => void send("POST", owner.name)}
              >
                {t("take")}
              </Button>
            )}
            {people.length > 0 && (
              <Select
                className="w-44"
                aria-label={t("nameOf", { owner: owner.name })}
                disabled={busy}
                value=""
                onChange={(event) => event.target.value && void send("POST", owner.name, event.target.value)}
              >
                <option value="">{t("name")}</option>
                {people
                  .filter(({ id }) => !owner.people.some((one) => one.id === id))
                  .map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
              </Select>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
