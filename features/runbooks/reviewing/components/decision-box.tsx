"use client";
import { Check, PencilLine, Upload, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { useSayPublished } from "../../editor/components/use-say-published";
import type { Published } from "../../publishing/schema";
import type { Review } from "../schema";
import { useReviewCall } from "./use-review-call";

/** What the reader may do with the request as they see it. Whoever is late is told, and sees what was decided. */
export function DecisionBox({ review, lapsed }: { review: Review; lapsed: boolean }) {
  const t = useTranslations("reviewing");
  const toast = useToast();
  const sayPublished = useSayPublished();
  const router = useRouter();
  const [note, setNote] = useState("");
  const { busy, error, send } = useReviewCall(review.id);
  const { can, version: expectedVersion, path, state } = review;

  const decide = async (decision: "approve" | "request_changes") => {
    if (!(await send("POST", "/decision", { decision, note, expectedVersion }))) return;
    setNote("");
    toast({ title: t(`done.${decision}`), tone: "success" });
  };
  const publish = async () => {
    const done = await send<Published>("POST", "/publication", { expectedVersion });
    if (!done) return;
    sayPublished(done, t("done.publish"));
    router.push(`/runbooks/${path}`);
  };
  const withdraw = async () => {
    if (window.confirm(t("withdrawConfirm"))) await send("POST", "/withdrawal", { expectedVersion });
  };
  const nothing = !can.decide && !can.publish && !can.revise && !can.withdraw;
  if (nothing && !error) return null;
  return (
    <section aria-label={t("decision")} className="grid gap-3 rounded border border-line bg-surface p-4 print:hidden">
      {error && <Notice tone="danger" title={error} live />}
      {can.decide && (
        <>
          <Field label={t("note")} hint={t("noteHint")}>
            <Textarea rows={2} value={note} maxLength={10_000} onChange={(event) => setNote(event.target.value)} />
          </Field>
          <div className="flex flex-wrap gap-2">
            {state !== "approved" && (
              <Button variant="primary" disabled={busy} onClick={() => void decide("approve")}>
                <Check aria-hidden className="size-4" />
                {t(state === "published" ? "approveAfter" : "approve")}
              </Button>
            )}
            {(state === "open" || state === "approved") && (
              <Button disabled={busy || note.trim() === ""} onClick={() => void decide("request_changes")}>
                <X aria-hidden className="size-4" />
                {t("requestChanges")}
              </Button>
            )}
          </div>
        </>
      )}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {can.publish && (
          <Button variant="primary" disabled={busy || lapsed} onClick={() => void publish()}>
            <Upload aria-hidden className="size-4" />
            {t("publish")}
          </Button>
        )}
        {can.revise && (
          <ButtonLink href={`/runbooks/${path}/edit`}>
            <PencilLine aria-hidden className="size-4" />
            {t("edit")}
          </ButtonLink>
        )}
        {can.withdraw && (
          <Button variant="ghost" disabled={busy} onClick={() => void withdraw()}>
            {t("withdraw")}
          </Button>
        )}
      </div>
    </section>
  );
}
