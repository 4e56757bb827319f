"use client";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ClipboardEvent, useEffect, useRef, useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Marked } from "@/components/ui/marked";
import type { PaletteGroup, PaletteItem, SearchGroup } from "./palette-item";

type Props = {
  open: boolean;
  onClose: () => void;
  groups: PaletteGroup[];
  searches: SearchGroup[];
  onLines?: (text: string) => void;
};

/** Milliseconds of quiet before a query is sent; the first key after a rest waits for nothing. */
const pause = 40;
const rest = 80;

export function CommandPalette({ open, onClose, groups, searches, onLines }: Props) {
  const t = useTranslations("shell.palette");
  const router = useRouter();
  const [query, setQuery] = useState("");
  const found = useFound(open ? query : "", searches);
  const shown = [
    ...groups.map((group) => ({ ...group, items: group.items.filter((item) => answers(item, query)) })),
    ...found,
  ].filter((group) => group.items.length > 0);

  // Results come in late: the first item is chosen anew whenever what comes first changes.
  const first = shown[0]?.items[0]?.id ?? "";
  const [selected, setSelected] = useState(first);
  useEffect(() => setSelected(first), [first]);

  const choose = (item: PaletteItem) => {
    onClose();
    setQuery("");
    if (item.href && item.document) location.assign(item.href);
    else if (item.href) router.push(item.href);
    item.run?.();
  };

  // The field has one line: what was pasted would lose its lines.
  const onPaste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData("text/plain");
    if (!onLines || !/\S[^\n]*\n\s*\S/.test(pasted)) return;
    event.preventDefault();
    const { value, selectionStart, selectionEnd } = event.currentTarget;
    onClose();
    setQuery("");
    onLines(value.slice(0, selectionStart ?? value.length) + pasted + value.slice(selectionEnd ?? value.length));
  };

  return (
    <Dialog open={open} onClose={onClose} title={t("title")} hideTitle size="lg">
      <Command
        label={t("title")}
        shouldFilter={false}
        value={selected}
        onValueChange={setSelected}
        className="flex max-h-[70dvh] flex-col"
      >
        <Command.Input
          data-autofocus
          value={query}
          onValueChange={setQuery}
          onPaste={onPaste}
          placeholder={t("placeholder")}
          className="h-12 shrink-0 border-b border-line bg-transparent px-4 text-lg outline-none placeholder:text-muted"
        />
        <Command.List className="min-h-0 overflow-y-auto p-2">
          {shown.length === 0 && <p className="px-3 py-6 text-center text-muted">{t("empty")}</p>}
          {shown.map((group) => (
            <Group key={group.heading} {...group} onChoose={choose} />
          ))}
        </Command.List>
      </Command>
    </Dialog>
  );
}

function Group({ heading, items, onChoose }: PaletteGroup & { onChoose: (item: PaletteItem) => void }) {
  return (
    <Command.Group
      heading={heading}
      className="mb-1 **:[[cmdk-group-heading]]:px-3 **:[[cmdk-group-heading]]:py-1 **:[[cmdk-group-heading]]:text-xs **:[[cmdk-group-heading]]:font-semibold **:[[cmdk-group-heading]]:text-muted"
    >
      {items.map((item) => (
        <Command.Item
          key={item.id}
          value={item.id}
          onSelect={() => onChoose(item)}
          className="flex min-h-10 items-center gap-3 rounded px-3 py-1.5 aria-selected:bg-accent-soft aria-selected:text-accent"
        >
          <span className="min-w-0 flex-1">
            <span className="block truncate">{item.label}</span>
            {item.excerpt && (
              <span className="block truncate text-sm text-muted">
                <Marked {...item.excerpt} />
              </span>
            )}
          </span>
          {item.detail && <span className="max-w-[40%] shrink-0 truncate text-sm text-muted">{item.detail}</span>}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

const folded = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

/** Whether each word of the query begins or stands in the item's words, accents and case aside. */
function answers(item: PaletteItem, query: string): boolean {
  const words = folded([item.label, ...(item.keywords ?? [])].join(" "));
  return folded(query)
    .split(/\s+/)
    .every((word) => words.includes(word));
}

/** What the searches find; each shows its own as soon as it has it. */
function useFound(query: string, searches: SearchGroup[]): PaletteGroup[] {
  const [found, setFound] = useState<Record<string, PaletteItem[]>>({});
  const askedAt = useRef(Number.NEGATIVE_INFINITY);
  const wanted = query.trim();
  useEffect(() => {
    if (wanted.length < 2) return;
    const abort = new AbortController();
    const now = performance.now();
    const timer = setTimeout(
      () => {
        for (const { heading, search } of searches) {
          void search(wanted, abort.signal)
            .catch(() => [])
            .then((items) => {
              if (abort.signal.aborted) return;
              setFound((before) => ({ ...before, [heading]: items }));
            });
        }
      },
      now - askedAt.current > rest ? 0 : pause,
    );
    askedAt.current = now;
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted, searches]);
  return wanted.length < 2 ? [] : searches.map(({ heading }) => ({ heading, items: found[heading] ?? [] }));
}
