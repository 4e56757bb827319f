"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { scrollable } from "@/components/ui/scrollable";
import { useKeys, useShortcuts } from "./keys";

/** `?` lists every shortcut on offer, grouped by who offers it. */
export function KeysDialog() {
  const t = useTranslations("shell.keys");
  const [open, setOpen] = useState(false);
  const shortcuts = useShortcuts();
  useKeys([{ keys: "?", description: t("list"), run: () => setOpen(true) }]);

  const groups = new Map<string, typeof shortcuts>();
  for (const one of shortcuts) {
    const group = one.group ?? t("everywhere");
    groups.set(group, [...(groups.get(group) ?? []), one]);
  }
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title={t("title")}>
      <div {...scrollable} className="max-h-[calc(100dvh-9rem)] overflow-y-auto -outline-offset-2">
        {[...groups].map(([group, list]) => (
          <section key={group} className="mb-4 last:mb-0">
            <h3 className="mb-1 text-sm font-semibold text-muted">{group}</h3>
            <dl>
              {list.map((one) => (
                <div
                  key={one.keys}
                  className="flex items-center justify-between gap-4 border-b border-line py-1.5 last:border-0"
                >
                  <dt>{one.description}</dt>
                  <dd className="flex gap-1">
                    <KeySeries keys={one.keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

const printed: Record<string, string> = {
  mod: "Ctrl",
  arrowdown: "↓",
  arrowup: "↑",
  arrowleft: "←",
  arrowright: "→",
  enter: "↵",
  escape: "Esc",
};

/** Keys as they are printed on a keyboard. */
export function KeySeries({ keys }: { keys: string }) {
  return keys
    .split(/[ +]/)
    .map((key, at) => <Kbd key={`${at}${key}`}>{printed[key] ?? (key.length === 1 ? key.toUpperCase() : key)}</Kbd>);
}
