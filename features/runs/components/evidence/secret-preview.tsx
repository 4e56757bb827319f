"use client";
import { EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { SecretParts } from "@/components/ui/secret-parts";
import type { GuardedText } from "./use-guarded-text";

/** What will be sent, with the secrets that were found masked. Each can be shown again by whoever knows that it is none. */
export function SecretPreview({ guarded, field }: { guarded: GuardedText; field: "output" | "note" }) {
  const t = useTranslations("runs.evidence.secrets");
  const { shown, found } = guarded;
  const masked = found.filter((part) => !guarded.isCleared(part)).length;
  return (
    <div>
      <p role="status" className={classes(found.length === 0 && "sr-only")}>
        {found.length > 0 && (
          <span className="inline-flex items-center gap-1.5 text-sm font-semibold text-warning">
            <EyeOff aria-hidden className="size-4 shrink-0" />
            {t("found", { count: found.length, masked })}
          </span>
        )}
      </p>
      {found.length > 0 && (
        <section
          aria-label={t("preview", { field })}
          className="mt-1 rounded border border-warning/40 bg-warning-soft p-3"
        >
          <p className="text-sm text-muted">{t("hint")}</p>
          <SecretParts
            text={shown}
            found={found}
            isCleared={guarded.isCleared}
            onToggle={guarded.toggle}
            say={(what, kind) => t(what, { kind: t(`kind.${kind}`) })}
          />
        </section>
      )}
    </div>
  );
}
