"use client";
import { ArrowUp, Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { Button, IconButton } from "@/components/ui/button";

type Props<T> = {
  /** What the list is called. */
  label: string;
  hint?: string;
  add: string;
  items: T[];
  /** A new item, empty. */
  fresh: T;
  onItems: (items: T[]) => void;
  children: (item: T, index: number, onItem: (item: T) => void) => ReactNode;
};

/** A list whose items are added, changed, moved up and taken away. */
export function ListFrame<T>({ label, hint, add, items, fresh, onItems, children }: Props<T>) {
  const t = useTranslations("editing.around.matter");
  const box = useRef<HTMLFieldSetElement>(null);
  const without = (index: number) => items.filter((_, at) => at !== index);
  const append = () => {
    onItems([...items, fresh]);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>("li:last-child input")?.focus());
  };
  return (
    <fieldset ref={box} className="grid gap-2 border-t border-line pt-3">
      <legend className="contents">
        <span className="text-sm font-medium">{label}</span>
      </legend>
      {hint && <p className="text-xs text-muted">{hint}</p>}
      <ol className="grid gap-2 empty:hidden">
        {items.map((item, index) => (
          <li key={index} className="flex items-start gap-1 rounded border border-line p-2">
            <div className="min-w-0 flex-1">
              {children(item, index, (next) => onItems(items.map((one, at) => (at === index ? next : one))))}
            </div>
            <div className="grid shrink-0">
              <IconButton
                size="sm"
                label={t("removeItem", { label, number: index + 1 })}
                onClick={() => onItems(without(index))}
              >
                <Trash2 aria-hidden className="size-4" />
              </IconButton>
              {index > 0 && (
                <IconButton
                  size="sm"
                  label={t("moveUp", { label, number: index + 1 })}
                  onClick={() => onItems(without(index).toSpliced(index - 1, 0, item))}
                >
                  <ArrowUp aria-hidden className="size-4" />
                </IconButton>
              )}
            </div>
          </li>
        ))}
      </ol>
      <div>
        <Button size="sm" onClick={append}>
          <Plus aria-hidden className="size-4" />
          {add}
        </Button>
      </div>
    </fieldset>
  );
}
