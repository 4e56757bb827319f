"use client";
import { useTranslations } from "next-intl";
import { type ComponentType, useEffect, useState } from "react";
import { useToast } from "./toast";

type Closable = { onClose: () => void };
type Load = () => Promise<unknown>;

/** What has been promised to be there later and was not asked for yet. */
const waiting = new Set<Load>();

/**
 * A dialog that does not come with the page: it is loaded when it is first opened, or before that once the page rests
 * (`useLoadLater`), so that nobody waits for it and it is there without network. Where it cannot be loaded that is said, and it
 * counts as closed.
 */
export function laterDialog<P extends Closable>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let loaded: ComponentType<P> | null = null;
  let loading: Promise<void> | undefined;
  const once: Load = () => {
    waiting.delete(once);
    loading ??= load().then(
      (dialog) => {
        loaded = dialog;
      },
      (error: unknown) => {
        loading = undefined;
        waiting.add(once);
        throw error;
      },
    );
    return loading;
  };
  waiting.add(once);

  return function LaterDialog(props: P) {
    const t = useTranslations("ui");
    const toast = useToast();
    const { onClose } = props;
    const [Dialog, setDialog] = useState(() => loaded);
    useEffect(() => {
      if (Dialog) return;
      let closed = false;
      once().then(
        () => !closed && setDialog(() => loaded),
        () => {
          if (closed) return;
          toast({ title: t("notLoaded"), tone: "warning" });
          onClose();
        },
      );
      return () => {
        closed = true;
      };
    }, [Dialog, onClose, toast, t]);
    return Dialog && <Dialog {...props} />;
  };
}

/** A page that was just opened has other things to do for this long, in ms. */
const restMs = 1_500;

/** Loads, one after the other and only while nothing else goes on, the dialogs that the page has not brought along. */
export function useLoadLater(): void {
  useEffect(() => {
    let over = false;
    const next = () => {
      const [load] = waiting;
      // Without network the rest waits for its first use.
      if (load && !over)
        load().then(
          () => whenIdle(next),
          () => {},
        );
    };
    const rest = setTimeout(() => whenIdle(next), restMs);
    return () => {
      over = true;
      clearTimeout(rest);
    };
  }, []);
}

function whenIdle(run: () => void): void {
  if ("requestIdleCallback" in window) requestIdleCallback(run, { timeout: 5_000 });
  else setTimeout(run, 200);
}
