"use client";
import { EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { scrollable } from "@/components/ui/scrollable";
import type { FoundSecret } from "@/lib/secrets/find-secrets";
import { mask } from "@/lib/secrets/secret-value";
import { previewPieces } from "../../evidence/outgoing-text";
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
          <pre
            {...scrollable}
            className="mt-2 max-h-56 overflow-auto font-mono text-sm whitespace-pre-wrap wrap-anywhere"
          >
            {previewPieces(shown, found).map(({ from, to, part, gap }) =>
              part ? (
                <Part key={from} text={shown.slice(from, to)} part={part} guarded={guarded} />
              ) : (
                <span key={from}>{gap ? " … " : shown.slice(from, to)}</span>
              ),
            )}
          </pre>
        </section>
      )}
    </div>
  );
}

function Part({ text, part, guarded }: { text: string; part: FoundSecret; guarded: GuardedText }) {
  const t = useTranslations("runs.evidence.secrets");
  const cleared = guarded.isCleared(part);
  const kind = t(`kind.${part.kind}`);
  return (
    <button
      type="button"
      aria-pressed={!cleared}
      aria-label={t(cleared ? "shown" : "masked", { kind })}
      title={t(cleared ? "maskAgain" : "unmask", { kind })}
      onClick={() => guarded.toggle(part)}
      className={classes(
        "mx-0.5 min-h-6 rounded border px-1 align-baseline font-mono",
        cleared
          ? "border-dashed border-line-strong bg-surface underline decoration-dotted"
          : "border-warning bg-surface font-semibold text-warning",
      )}
    >
      {cleared ? text : mask}
    </button>
  );
}
