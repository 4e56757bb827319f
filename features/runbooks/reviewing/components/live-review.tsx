"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { startTransition, useEffect } from "react";
import { useKeys } from "@/components/layout/keys/keys";

/** Keeps the page as it is on the server: what others say and decide appears by itself. `c` comments on the change in focus. */
export function LiveReview({ reviewId }: { reviewId: string }) {
  const t = useTranslations("reviewing");
  const router = useRouter();
  useEffect(() => {
    const source = new EventSource(`/api/v1/reviews/${reviewId}/stream`);
    let known = false;
    const again = () => startTransition(() => router.refresh());
    source.addEventListener("changed", again);
    source.addEventListener("ready", () => {
      // After a break anything may have happened; the first time the page has just been read.
      if (known) again();
      known = true;
    });
    return () => source.close();
  }, [reviewId, router]);
  useKeys([
    {
      keys: "c",
      description: t("keys.comment"),
      group: t("keys.group"),
      run: () => {
        const change = document.activeElement?.closest("[data-change]") ?? document.querySelector("[data-change]");
        change?.querySelector<HTMLElement>("[data-comment]")?.click();
      },
    },
  ]);
  return null;
}
