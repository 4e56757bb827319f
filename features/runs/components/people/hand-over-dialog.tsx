"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { Responders } from "@/features/incidents/people/api";
import { call } from "@/lib/http/client";
import type { StepView } from "../../schema";
import { useLiveRun } from "../live/live-run";

type Person = Responders["people"][number];

/** Names the person who goes on with the step; whoever is on the run now comes first. */
export function HandOverDialog({ step, onClose }: { step: StepView; onClose: () => void }) {
  const t = useTranslations("runs.claims.handDialog");
  const { people, me, busy, refused, act } = useLiveRun();
  const found = useResponders();
  const [to, setTo] = useState("");
  const [note, setNote] = useState("");
  const form = useId();
  const isHere = (person: Person) => people.some(({ id }) => id === person.id);
  const others = found === "failed" ? [] : (found ?? []).filter(({ id }) => id !== me.id && id !== step.claimedBy?.id);
  const sorted = others.toSorted((a, b) => Number(isHere(b)) - Number(isHere(a)));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const action = { stepId: step.id, event: "hand_over", to, note: note || undefined } as const;
    if (await act(action, step.version)) onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t("title")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button type="submit" form={form} variant="primary" disabled={busy || to === ""}>
            {t("do")}
          </Button>
        </>
      }
    >
      <form id={form} onSubmit={(event) => void submit(event)} className="grid gap-3">
        {found === "failed" && <Notice tone="danger">{t("failed")}</Notice>}
        {Array.isArray(found) && others.length === 0 && <Notice tone="info">{t("nobody")}</Notice>}
        <Field label={t("person")} required error={refused?.title}>
          <Select value={to} data-autofocus onChange={(event) => setTo(event.target.value)}>
            <option value="" disabled>
              {found === null ? t("loading") : t("choose")}
            </option>
            {sorted.map((person) => (
              <option key={person.id} value={person.id}>
                {isHere(person) ? t("here", { name: person.name }) : person.name}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t("note")}>
          <Textarea rows={2} value={note} onChange={(event) => setNote(event.target.value)} />
        </Field>
      </form>
    </Dialog>
  );
}

/** Who can be given a step; null until they are known. */
function useResponders(): Person[] | "failed" | null {
  const [found, setFound] = useState<Person[] | "failed" | null>(null);
  useEffect(() => {
    let current = true;
    void call<Responders>("GET", "/api/v1/responders").then((answer) => {
      if (current) setFound(answer.ok ? answer.value.people : "failed");
    });
    return () => {
      current = false;
    };
  }, []);
  return found;
}
