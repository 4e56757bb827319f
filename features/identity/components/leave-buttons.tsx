"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { signOut } from "@/lib/session-client";
import { signOutEverywhereAction } from "../actions";

/** Signing out here, or on every device at once. */
export function LeaveButtons() {
  const t = useTranslations("identity.account");
  const [problem, setProblem] = useState(false);
  const [busy, setBusy] = useState(false);

  async function leave(everywhere: boolean) {
    setBusy(true);
    const ended = everywhere ? (await signOutEverywhereAction()).ok : true;
    // Through next-auth in either case: its answer also has the browser drop what it cached of pages.
    if (ended && (await signOut()) === null) return;
    setProblem(true);
    setBusy(false);
  }

  return (
    <div className="grid gap-3">
      <p className="text-muted">{t("sessionsHint")}</p>
      {problem && (
        <Notice tone="danger" live>
          {t("stillIn")}
        </Notice>
      )}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => leave(false)} disabled={busy}>
          {t("signOut")}
        </Button>
        <Button variant="danger" onClick={() => leave(true)} disabled={busy}>
          {t("signOutEverywhere")}
        </Button>
      </div>
    </div>
  );
}
