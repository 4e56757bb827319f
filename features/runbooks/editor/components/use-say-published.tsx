"use client";
import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/toast";
import type { Published } from "../../publishing/schema";

/** Says that something was published, as which commit, and whether some instances still show readers what was there before. */
export function useSayPublished() {
  const t = useTranslations("editing.publish");
  const toast = useToast();
  return ({ commit, behind }: Pick<Published, "commit" | "behind">, title: string = t("done")) => {
    const body = t("doneBody", { commit: commit.slice(0, 8) });
    if (behind === 0) return toast({ title, description: body, tone: "success" });
    toast({ title, description: `${body} ${t("behind", { behind })}`, tone: "warning" });
  };
}
