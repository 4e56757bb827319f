"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useLeaving } from "@/components/layout/offline/leaving";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { signOutEverywhereAction } from "../actions";

/** Signing out here, or on every device at once. */
export function LeaveButtons() {
  const t = useTranslations("identity.account");
  const [problem, setProblem] = useState(false);
  const [busy, setBusy] = useState(false);
  const { leave, question } = useLeaving();

  async function go(everywhere: boolean) {
    setBusy(true);
    // Through next-auth in either case: its answer also has the browser drop what it cached of pages.
    const refused = await leave(async () => !everywhere || (await signOutEverywhereAction()).ok);
    setProblem(refused !== null);
    setBusy(false);
  }

  return (
    <div className="grid gap-3">
      {question}
      <p className="text-muted">{t("sessionsHint")}</p>
      {problem && (
        <Notice tone="danger" live>
          {t("stillIn")}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => go(false)} disabled={busy}>
          {t("signOut")}
        </Button>
        <Button variant="danger" onClick={() => go(true)} disabled={busy}>
          {t("signOutEverywhere")}
        </Button>
      </div>
    </div>
  );
}
