"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { OutboxRow } from "./outbox-row";
import { useOutbox } from "./use-outbox";
import { situationOf } from "./waiting";

/** Everything that waits, in the order of writing, with what can be done about each. */
export function OutboxDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslations("outbox");
  const pathname = usePathname();
  const { outbox, items } = useOutbox();
  const situation = situationOf(items, outbox?.kept() ?? "browser");
  return (
    <Dialog
      open
      size="lg"
      title={t("title")}
      onClose={onClose}
      footer={
        items.length > 0 && (
          <>
            {situation === "held" && (
              <ButtonLink variant="primary" href={`/sign-in?callbackUrl=${encodeURIComponent(pathname)}`}>
                {t("signIn")}
              </ButtonLink>
            )}
            <Button onClick={() => void outbox?.wake()}>{t("retryAll")}</Button>
          </>
        )
      }
    >
      <p className="mb-3 text-muted">{items.length === 0 ? t("empty") : t(`about.${situation ?? "waiting"}`)}</p>
      <ul aria-live="polite" className="grid gap-2">
        {items.map((item) => (
          <OutboxRow key={item.id} item={item} />
        ))}
      </ul>
    </Dialog>
  );
}
