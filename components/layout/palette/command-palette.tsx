"use client";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import type { PaletteGroup, PaletteItem, PaletteSearch } from "./palette-item";

type Props = {
  open: boolean;
  onClose: () => void;
  groups: PaletteGroup[];
  search: PaletteSearch | undefined;
  searchHeading: string;
};

/** Milliseconds of quiet before a query is sent. */
const pause = 140;

export function CommandPalette({ open, onClose, groups, search, searchHeading }: Props) {
  const t = useTranslations("shell.palette");
  const router = useRouter();
  const [query, setQuery] = useState("");
  const found = useFound(open ? query : "", search);

  const choose = (item: PaletteItem) => {
    onClose();
    setQuery("");
    if (item.href) router.push(item.href);
    item.run?.();
  };

  return (
    <Dialog open={open} onClose={onClose} title={t("title")} hideTitle size="lg">
      <Command label={t("title")} className="flex max-h-[70dvh] flex-col">
        <Command.Input
          data-autofocus
          value={query}
          onValueChange={setQuery}
          placeholder={t("placeholder")}
          className="h-12 shrink-0 border-b border-line bg-transparent px-4 text-lg outline-none placeholder:text-muted"
        />
        <Command.List className="min-h-0 overflow-y-auto p-2">
          <Command.Empty className="px-3 py-6 text-center text-muted">{t("empty")}</Command.Empty>
          {found.length > 0 && <Group heading={searchHeading} items={found} onChoose={choose} always />}
          {groups.map((group) => (
            <Group key={group.heading} {...group} onChoose={choose} />
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}

function Group({
  heading,
  items,
  onChoose,
  always,
}: PaletteGroup & { onChoose: (item: PaletteItem) => void; always?: boolean }) {
  return (
    <Command.Group
      heading={heading}
      forceMount={always}
      className="mb-1 **:[[cmdk-group-heading]]:px-3 **:[[cmdk-group-heading]]:py-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:font-semibold **:[[cmdk-group-heading]]:text-muted"
    >
      {items.map((item) => (
        <Command.Item
          key={item.id}
          value={`${item.id} ${item.label}`}
          keywords={[item.detail ?? "", ...(item.keywords ?? [])]}
          forceMount={always}
          onSelect={() => onChoose(item)}
          className="flex min-h-10 items-center gap-3 rounded px-3 py-1.5 aria-selected:bg-accent-soft aria-selected:text-accent"
        >
          <span className="min-w-0 flex-1 truncate">{item.label}</span>
          {item.detail && <span className="shrink-0 truncate text-sm text-muted">{item.detail}</span>}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function useFound(query: string, search: PaletteSearch | undefined): PaletteItem[] {
  const [found, setFound] = useState<{ query: string; items: PaletteItem[] }>({ query: "", items: [] });
  const wanted = query.trim();
  useEffect(() => {
    if (!search || wanted.length < 2) return;
    const abort = new AbortController();
    const timer = setTimeout(async () => {
      const items = await search(wanted, abort.signal).catch(() => []);
      if (!abort.signal.aborted) setFound({ query: wanted, items });
    }, pause);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted, search]);
  return wanted.length < 2 ? [] : found.items;
}
