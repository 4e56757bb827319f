"use client";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { readBinder } from "./read-binder";

type Props = { href: string; name: string };
type Going =
  | { kind: "idle" }
  | { kind: "making"; done: number; total: number }
  | { kind: "ready"; bytes: number }
  | { kind: "failed"; why: string | null };

/** A download that says how far the binder has come. Without JavaScript it is a link. */
export function BinderDownload({ href, name }: Props) {
  const t = useTranslations("readingTools.binder");
  const [going, setGoing] = useState<Going>({ kind: "idle" });
  const stop = useRef<AbortController | null>(null);

  const start = async () => {
    const controller = new AbortController();
    stop.current = controller;
    setGoing({ kind: "making", done: 0, total: 0 });
    try {
      const result = await readBinder(href, controller.signal, (done, total) =>
        setGoing({ kind: "making", done, total }),
      );
      if (!result.ok) return setGoing({ kind: "failed", why: result.title });
      save(result.file, name);
      setGoing({ kind: "ready", bytes: result.file.size });
    } catch {
      setGoing(controller.signal.aborted ? { kind: "idle" } : { kind: "failed", why: null });
    }
  };

  const making = going.kind === "making";
  return (
    <div className="flex flex-wrap items-center gap-3">
      <a
        href={href}
        download={name}
        aria-disabled={making}
        onClick={(event) => {
          event.preventDefault();
          if (!making) void start();
        }}
        className="inline-flex h-9 items-center rounded border border-transparent bg-accent px-3 font-medium text-accent-ink hover:bg-accent-strong aria-disabled:opacity-55"
      >
        {t("get")}
      </a>
      {making && <Button onClick={() => stop.current?.abort()}>{t("cancel")}</Button>}
      <span role="status" className="tabular-nums">
        {making && t("making", { done: going.done, total: going.total || "…" })}
        {going.kind === "ready" && t("ready", { size: Math.ceil(going.bytes / 1e5) / 10 })}
        {going.kind === "failed" && <span className="text-danger">{going.why ?? t("failed")}</span>}
      </span>
    </div>
  );
}

function save(file: Blob, name: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
