"use client";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { writeClipboard } from "@/components/ui/clipboard";
import { useToast } from "@/components/ui/toast";

/** Copies the address of a permalink that is clicked. One listener for all of a page. */
export function CopyAnchors() {
  const t = useTranslations("readingTools.anchor");
  const toast = useToast();
  useEffect(() => {
    const copy = async (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("a[data-anchor]") : null;
      if (!link) return;
      await writeClipboard(link.href);
      toast({ title: t("copied"), tone: "success" });
    };
    document.addEventListener("click", copy);
    return () => document.removeEventListener("click", copy);
  }, [t, toast]);
  return null;
}
