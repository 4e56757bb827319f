"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { v7 as uuidv7 } from "uuid";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { call } from "@/lib/http/client";
import type { RequestReview, WholeReview } from "../schema";
import { useOwnReview } from "./use-own-review";

type Props = {
  proposal: Pick<RequestReview, "path" | "text" | "baseBlob" | "message" | "answers">;
  disabled: boolean;
};

/** Puts the text to review: as a new request, or as another round of the person's own. */
export function AskForm({ proposal, disabled }: Props) {
  const t = useTranslations("reviewing");
  const errors = useTranslations("errors");
  const toast = useToast();
  const router = useRouter();
  const own = useOwnReview(proposal.path);
  const [reviewers, setReviewers] = useState<{ id: string; name: string }[]>([]);
  const [reviewerId, setReviewerId] = useState("");
  const [note, setNote] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const id = useRef(uuidv7());
  useEffect(() => {
    void call<{ reviewers: { id: string; name: string }[] }>("GET", "/api/v1/reviewers").then((answer) => {
      if (answer.ok) setReviewers(answer.value.reviewers);
    });
  }, []);

  const send = async () => {
    setBusy(true);
    setError(null);
    const { path, ...text } = proposal;
    const answer = own
      ? await call<{ review: WholeReview }>("POST", `/api/v1/reviews/${own.id}/rounds`, {
          ...text,
          id: id.current,
          expectedVersion: own.version,
        })
      : await call<{ review: WholeReview }>("POST", "/api/v1/reviews", {
          ...proposal,
          id: id.current,
          reviewerId: reviewerId || null,
          note,
        });
    setBusy(false);
    if (!answer.ok) return setError(answer.code === "offline" ? t("offline") : errors(answer.code));
    toast({ title: t("ask.sent"), tone: "success" });
    router.push(`/reviews/${answer.value.review.id}`);
  };
  return (
    <div className="grid gap-3">
      {error && <Notice tone="danger" title={error} live />}
      {own === null && (
        <>
          <Field label={t("ask.reviewer")}>
            <Select value={reviewerId} onChange={(event) => setReviewerId(event.target.value)}>
              <option value="">{t("ask.anybody")}</option>
              {reviewers.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.name}
                </option>
              ))}
            </Select>
          </Field>
          <Field label={t("ask.note")} hint={t("ask.noteHint")}>
            <Textarea rows={2} value={note} maxLength={10_000} onChange={(event) => setNote(event.target.value)} />
          </Field>
        </>
      )}
      <Button
        variant="primary"
        className="justify-self-start"
        disabled={disabled || busy || own === undefined}
        onClick={() => void send()}
      >
        {busy ? t("ask.sending") : own ? t("ask.round", { number: own.round + 1 }) : t("ask.send")}
      </Button>
    </div>
  );
}
