"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import { call } from "@/lib/http/client";

/** Drafts the post-mortem of an incident and opens it in the editor. */
export function DraftButton({ incidentKey }: { incidentKey: string }) {
  const t = useTranslations("incidents.postMortem");
  const errors = useTranslations("errors");
  const toast = useToast();
  const router = useRouter();
  const [busy, setBusy] = useState(false);
  const draft = async () => {
    setBusy(true);
    const result = await call("POST", `/api/v1/incidents/${incidentKey}/post-mortem`, {});
    if (result.ok) return router.push(`/incidents/${incidentKey}/post-mortem/edit`);
    setBusy(false);
    const { code, title } = result;
    toast({ title: title || (errors.has(code) ? errors(code) : errors("internal")), tone: "danger" });
  };
  return (
    <Button variant="primary" disabled={busy} onClick={() => void draft()}>
      {t(busy ? "drafting" : "draft")}
    </Button>
  );
}
