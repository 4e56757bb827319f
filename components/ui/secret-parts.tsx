"use client";
import { useTranslations } from "next-intl";
import type { FoundSecret } from "@/lib/secrets/find-secrets";
import { previewPieces } from "@/lib/secrets/outgoing-text";
import { mask } from "@/lib/secrets/secret-value";
import { classes } from "./classes";
import { scrollable } from "./scrollable";

type SecretPartsProps = {
  text: string;
  found: FoundSecret[];
  isCleared: (part: FoundSecret) => boolean;
  onToggle: (part: FoundSecret) => void;
};

/** A text as it will leave the browser: its secrets are masked, and each can be shown again by whoever knows that it is none. */
export function SecretParts({ text, found, isCleared, onToggle }: SecretPartsProps) {
  return (
    <pre {...scrollable} className="mt-2 max-h-56 overflow-auto font-mono text-sm whitespace-pre-wrap wrap-anywhere">
      {previewPieces(text, found).map(({ from, to, part, gap }) =>
        part ? (
          <Part key={from} text={text.slice(from, to)} part={part} cleared={isCleared(part)} onToggle={onToggle} />
        ) : (
          <span key={from}>{gap ? " … " : text.slice(from, to)}</span>
        ),
      )}
    </pre>
  );
}

type PartProps = { text: string; part: FoundSecret; cleared: boolean; onToggle: (part: FoundSecret) => void };

function Part({ text, part, cleared, onToggle }: PartProps) {
  const t = useTranslations("runs.evidence.secrets");
  const kind = t(`kind.${part.kind}`);
  return (
    <button
      type="button"
      aria-pressed={!cleared}
      aria-label={t(cleared ? "shown" : "masked", { kind })}
      title={t(cleared ? "maskAgain" : "unmask", { kind })}
      onClick={() => onToggle(part)}
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
