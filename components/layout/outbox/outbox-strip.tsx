"use client";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { useOutbox } from "./use-outbox";
import { situationOf, unsent } from "./waiting";

/**
 * One calm line that says what is kept and where, while something waits to be sent.
 * @param lost whether the page has no connection: said even while nothing waits
 */
export function OutboxStrip({ lost = false, className = "" }: { lost?: boolean; className?: string }) {
  const t = useTranslations("outbox");
  const pathname = usePathname();
  const { outbox, items, open } = useOutbox();
  const situation = situationOf(items, outbox?.kept() ?? "browser");
  if (!situation && !lost) return null;
  const count = unsent(items).length;
  return (
    <div
      role="status"
      className={`flex flex-wrap items-center gap-x-2 gap-y-1 border-line bg-warning-soft px-4 py-1.5 text-sm print:hidden ${className}`}
    >
      <span>{situation ? t(`strip.${situation}`) : t("strip.lost")}</span>
      {count > 0 && (
        <>
          <span aria-hidden>·</span>
          <strong className="font-medium">{t("count", { count })}</strong>
          <span className="flex-1" />
          {situation === "held" && (
            <ButtonLink size="sm" href={`/sign-in?callbackUrl=${encodeURIComponent(pathname)}`}>
              {t("signIn")}
            </ButtonLink>
          )}
          <Button size="sm" onClick={open}>
            {t("show")}
          </Button>
        </>
      )}
    </div>
  );
}
