"use client";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { pageReader } from "@/lib/offline/worker-client";
import type { Refused } from "@/lib/session-client";

type Leaving = {
  /**
   * Signs out, after asking what becomes of writing that is not sent.
   * @param first what has to succeed before
   * @returns why it did not work; null when it did, or when the person stays
   */
  leave: (first?: () => Promise<boolean>) => Promise<Refused | null>;
  /** The question, to be put on the page. */
  question: ReactNode;
};
type Answer = "keep" | "drop" | "stay";

/** Signing out takes what is private off this device. Nothing that was written is dropped without its writer saying so. */
export function useLeaving(): Leaving {
  const t = useTranslations("offline.leaving");
  const [asked, setAsked] = useState<{ count: number; answer: (answer: Answer) => void } | null>(null);

  async function leave(first?: () => Promise<boolean>): Promise<Refused | null> {
    const { countUnsent, forgetDevice, signOut } = await import("./leave-device");
    const person = pageReader();
    const count = person === null ? 0 : await countUnsent(person).catch(() => 0);
    const answer = count === 0 ? "drop" : await new Promise<Answer>((resolve) => setAsked({ count, answer: resolve }));
    setAsked(null);
    if (answer === "stay") return null;
    if (first && !(await first())) return { error: "internal" };
    const forget = () =>
      person === null
        ? Promise.resolve()
        : forgetDevice(person, { keepUnsent: answer === "keep" }).catch(() => undefined);
    return signOut(forget);
  }

  const choose = (answer: Answer) => () => asked?.answer(answer);
  const question = asked && (
    <Dialog
      open
      title={t("title")}
      onClose={choose("stay")}
      footer={
        <>
          <Button onClick={choose("stay")}>{t("stay")}</Button>
          <Button variant="danger" onClick={choose("drop")}>
            {t("drop")}
          </Button>
          <Button variant="primary" data-autofocus onClick={choose("keep")}>
            {t("keep")}
          </Button>
        </>
      }
    >
      <p>{t("text", { count: asked.count })}</p>
    </Dialog>
  );
  return { leave, question };
}
