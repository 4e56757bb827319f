"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";

const inserts = ["evidence", "decision", "update", "status", "severity"] as const;

/** The verbs that are used most, for whoever does not know them yet or has no keyboard. */
export function Inserts({ onInsert }: { onInsert: (verb: string) => void }) {
  const t = useTranslations("incidents.composer");
  return (
    <div className="flex min-w-0 flex-1 gap-1 overflow-x-auto">
      {inserts.map((name) => (
        <Button key={name} variant="ghost" size="sm" onClick={() => onInsert(t(`verb.${name}`))}>
          {t(`insert.${name}`)}
        </Button>
      ))}
    </div>
  );
}
