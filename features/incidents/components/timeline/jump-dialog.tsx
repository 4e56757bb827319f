"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { readJump } from "../../timeline/jump";
import type { TimelineTime } from "./timeline-time";
import { useZone } from "./timeline-time";
import type { Target } from "./use-timeline";

type JumpDialogProps = {
  time: TimelineTime;
  /** Number of the first entry that the reader has not seen, if there is one. */
  unread: number | null;
  onGo: (target: Target) => void;
  onClose: () => void;
};

/** Goes to a number, a time, or an end of the timeline. */
export function JumpDialog({ time, unread, onGo, onClose }: JumpDialogProps) {
  const t = useTranslations("incidents.log");
  const zone = useZone(time.clock);
  const [text, setText] = useState("");
  const [unclear, setUnclear] = useState(false);
  const go = (target: Target) => {
    onClose();
    onGo(target);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const jump = readJump(text, time.began, zone);
    if (jump) go(jump);
    else setUnclear(true);
  };
  return (
    <Dialog open onClose={onClose} title={t("jumpTo")}>
      <form onSubmit={submit} className="grid gap-3">
        <Field label={t("jumpWhere")} hint={t("jumpHint")} error={unclear ? t("jumpUnclear") : undefined}>
          <Input
            value={text}
            data-autofocus
            onChange={(event) => {
              setText(event.target.value);
              setUnclear(false);
            }}
          />
        </Field>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary">
            {t("jump")}
          </Button>
          <span className="flex-1" />
          <Button onClick={() => go({ to: "start" })}>{t("first")}</Button>
          {unread !== null && <Button onClick={() => go({ to: "entry", seq: unread })}>{t("firstUnread")}</Button>}
          <Button onClick={() => go({ to: "end" })}>{t("last")}</Button>
        </div>
      </form>
    </Dialog>
  );
}
