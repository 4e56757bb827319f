"use client";
import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Kbd } from "@/components/ui/kbd";
import { usePalette } from "./palette/palette";

/** Looks like a search field and opens the palette; without JavaScript it is a link to the search page. */
export function SearchOpener() {
  const t = useTranslations("shell");
  const palette = usePalette();
  return (
    <a
      href="/search"
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        palette.open();
      }}
      className="flex h-9 min-w-9 items-center gap-2 rounded border border-line bg-surface px-2.5 text-muted hover:border-line-strong sm:w-56"
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="sr-only flex-1 sm:not-sr-only">{t("search")}</span>
      <span aria-hidden className="hidden gap-1 sm:flex">
        <Kbd>Ctrl</Kbd>
        <Kbd>K</Kbd>
      </span>
    </a>
  );
}
