"use client";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, use, useEffect, useRef, useState } from "react";
import { classes } from "@/components/ui/classes";
import { mask } from "../../quoting/quoting";
import { useVariables } from "./variables";

type Request = { name: string; turn: number } | null;
const RequestContext = createContext<Request>(null);

/** Asks the first placeholder of that name inside for its value. A new `turn` asks again. */
export function PlaceholderRequest({ value, children }: { value: Request; children: ReactNode }) {
  return <RequestContext value={value}>{children}</RequestContext>;
}

/** A placeholder in a command: shows what stands there, and takes a value in place. */
export function PlaceholderField({ name, raw }: { name: string; raw: string }) {
  const t = useTranslations("readingTools.variables");
  const { variables, values, refused, set, onLeave } = useVariables();
  const request = use(RequestContext);
  const answered = useRef(0);
  const [editing, setEditing] = useState(false);
  const variable = variables.find((one) => one.name === name);
  const secret = variable?.secret ?? false;
  const value = values[name] ?? "";
  const label = variable?.label ?? name;

  useEffect(() => {
    if (request?.name !== name || request.turn === answered.current) return;
    answered.current = request.turn;
    setEditing(true);
  }, [request, name]);

  if (editing) {
    return (
      <input
        ref={focusOnce}
        type={secret ? "password" : "text"}
        autoComplete="off"
        spellCheck={false}
        aria-label={label}
        value={value}
        placeholder={raw}
        size={Math.max(raw.length, value.length, 6)}
        onChange={(event) => set(name, event.target.value)}
        onBlur={() => {
          setEditing(false);
          onLeave?.();
        }}
        onKeyDown={(event) => ["Enter", "Escape"].includes(event.key) && setEditing(false)}
        className="rounded border border-accent bg-canvas px-1 font-mono text-ink outline-none"
      />
    );
  }
  return (
    <button
      type="button"
      title={t("fill", { label })}
      onClick={() => setEditing(true)}
      className={classes(
        "rounded border px-0.5 font-mono whitespace-pre select-text",
        refused.has(name)
          ? "border-danger/60 border-dashed bg-danger-soft text-danger"
          : value
            ? "border-accent/40 bg-accent-soft text-accent"
            : "border-warning/60 border-dashed bg-warning-soft text-warning",
      )}
    >
      {value ? (secret ? mask : value) : raw}
    </button>
  );
}

// The reader asked for this field, by a click or by copying: it takes the keyboard as it appears.
const focusOnce = (field: HTMLInputElement | null) => field?.focus();
