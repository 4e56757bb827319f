"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { addDays } from "../day";
import { longestSnooze, type WorklistItem } from "../schema";

type Props = {
  item: WorklistItem | null;
  today: string;
  onClose: () => void;
  onSnooze: (item: WorklistItem, until: string) => Promise<boolean>;
};

/** Asks until when an item is to be left alone: a week unless another day is chosen. */
export function SnoozeDialog({ item, today, onClose, onSnooze }: Props) {
  const t = useTranslations("worklist.snooze");
  const [until, setUntil] = useState("");
  useEffect(() => {
    if (item) setUntil(addDays(today, 7));
  }, [item, today]);
  const send = async () => {
    if (item && until && (await onSnooze(item, until))) onClose();
  };
  return (
    <Dialog
      open={item !== null}
      onClose={onClose}
      title={t("title", { title: item?.title ?? "" })}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button variant="primary" disabled={until <= today} onClick={() => void send()}>
            {t("do")}
          </Button>
        </>
      }
    >
      <Field label={t("until")} hint={t("hint")}>
        <Input
          type="date"
          data-autofocus
          value={until}
          min={addDays(today, 1)}
          max={addDays(today, longestSnooze)}
          onChange={(event) => setUntil(event.target.value)}
        />
      </Field>
      <div className="mt-3 flex flex-wrap gap-2">
        {[7, 14, 30].map((days) => (
          <Button key={days} size="sm" onClick={() => setUntil(addDays(today, days))}>
            {t("days", { count: days })}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}
