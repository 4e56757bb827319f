"use client";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useCallback, useEffect, useRef, useState } from "react";
import { Button, IconButton } from "./button";
import { Notice, type NoticeTone } from "./notice";
import { beforeReload, keepSaid, saidBefore } from "./said-before";

export type Toast = {
  title: string;
  description?: string;
  tone?: NoticeTone;
  /** What can be done about it at once; the toast closes when it is chosen. */
  action?: { label: string; run: () => void };
};
type Shown = Toast & { id: number };

const ToastContext = createContext<((toast: Toast) => void) | null>(null);
/** Milliseconds that a toast without danger stays; a danger stays until it is closed. */
const stay = 6_000;
/** And one that offers something to do or warns: long enough to reach it by keyboard, and to be read. */
const stayToAct = 20_000;

/** Says that something happened: `toast({ title, tone })`. Never the only place where an error is told. */
export function useToast(): (toast: Toast) => void {
  const toast = use(ToastContext);
  if (!toast) throw new Error("useToast needs a ToastProvider above it");
  return toast;
}

let lastId = 0;

export function ToastProvider({ children }: { children: ReactNode }) {
  const t = useTranslations("ui");
  const [shown, setShown] = useState<Shown[]>([]);
  const close = useCallback((id: number) => setShown((all) => all.filter((one) => one.id !== id)), []);
  const toast = useCallback(
    (next: Toast) => {
      lastId += 1;
      const id = lastId;
      setShown((all) => [...all.slice(-2), { ...next, id }]);
      const lasts = next.action || next.tone === "warning" ? stayToAct : stay;
      if (next.tone !== "danger") setTimeout(() => close(id), lasts);
    },
    [close],
  );
  const latest = useRef(shown);
  latest.current = shown;
  useEffect(() => {
    for (const said of saidBefore()) toast(said);
    const keep = () => keepSaid(latest.current);
    window.addEventListener(beforeReload, keep);
    return () => window.removeEventListener(beforeReload, keep);
  }, [toast]);
  return (
    <ToastContext value={toast}>
      {children}
      <section
        data-island="elsewhere"
        aria-label={t("notifications")}
        aria-live="polite"
        className="print:hidden fixed right-4 bottom-4 z-50 grid w-[min(24rem,calc(100vw-2rem))] gap-2"
      >
        {shown.map(({ id, title, description, tone, action }) => (
          <Notice
            key={id}
            tone={tone ?? "info"}
            title={title}
            className="shadow-lg"
            action={
              <span className="flex items-center gap-1">
                {action && (
                  <Button
                    size="sm"
                    onClick={() => {
                      close(id);
                      action.run();
                    }}
                  >
                    {action.label}
                  </Button>
                )}
                <IconButton label={t("close")} size="sm" onClick={() => close(id)}>
                  <X aria-hidden className="size-4" />
                </IconButton>
              </span>
            }
          >
            {description}
          </Notice>
        ))}
      </section>
    </ToastContext>
  );
}
