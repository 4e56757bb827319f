"use client";
import { EyeOff, ShieldCheck } from "lucide-react";
import { useTranslations } from "next-intl";
import { SecretParts } from "@/components/ui/secret-parts";
import type { GuardedEntry } from "../composer/use-guarded-entry";

/** Secrets that are shown one by one; of more, the others are masked with them. */
const mostShown = 100;

/** The log as it will leave this browser: what is masked in it, and around what. */
export function MaskedPreview({ guarded, lines }: { guarded: GuardedEntry; lines: number }) {
  const t = useTranslations("finding.attachLog");
  const named = useTranslations("runs.evidence.secrets");
  const { shown, found, isCleared, toggle } = guarded;
  const listed = found.slice(0, mostShown);
  const text = found.length > listed.length ? shown.slice(0, listed.at(-1)?.to) : shown;
  const Icon = found.length > 0 ? EyeOff : ShieldCheck;
  return (
    <section aria-label={t("preview")} className="rounded border border-line bg-raised px-3 py-2">
      <p role="status" className="flex items-start gap-1.5 text-sm font-semibold">
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        {t("secrets", { count: found.length, masked: found.filter((part) => !isCleared(part)).length })}
      </p>
      <p className="text-sm text-muted">{t(found.length > 0 ? "secretsHint" : "noneHint", { lines })}</p>
      <SecretParts
        text={text}
        found={listed}
        isCleared={isCleared}
        onToggle={toggle}
        say={(what, kind) => named(what, { kind: named(`kind.${kind}`) })}
      />
      {found.length > listed.length && (
        <p className="mt-1 text-sm text-muted">{t("moreSecrets", { count: found.length - listed.length })}</p>
      )}
    </section>
  );
}
