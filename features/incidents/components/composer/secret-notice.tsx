"use client";
import { EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { SecretParts } from "@/components/ui/secret-parts";
import type { GuardedEntry } from "./use-guarded-entry";

/** What will leave the browser, where the text seems to hold a secret. */
export function SecretNotice({ guarded }: { guarded: GuardedEntry }) {
  const t = useTranslations("incidents.quickEntry");
  const named = useTranslations("runs.evidence.secrets");
  const { shown, found, isCleared, toggle } = guarded;
  if (found.length === 0) return null;
  return (
    <section
      aria-label={t("secretsPreview")}
      className="mt-1.5 rounded border border-warning/40 bg-warning-soft px-3 py-2"
    >
      <p role="status" className="flex items-center gap-1.5 text-sm font-semibold text-warning">
        <EyeOff aria-hidden className="size-4 shrink-0" />
        {t("secrets", { count: found.length })}
      </p>
      <p className="text-sm text-muted">{t("secretsHint")}</p>
      <SecretParts
        text={shown}
        found={found}
        isCleared={isCleared}
        onToggle={toggle}
        say={(what, kind) => named(what, { kind: named(`kind.${kind}`) })}
      />
    </section>
  );
}
