"use client";
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
  /** What a part is, and what pressing it does, in the reader's language. */
  say: (what: "shown" | "masked" | "maskAgain" | "unmask", kind: FoundSecret["kind"]) => string;
};

/** A text as it will leave the browser: its secrets are masked, and each can be shown again by whoever knows that it is none. */
export function SecretParts({ text, found, isCleared, onToggle, say }: SecretPartsProps) {
  return (
    <pre {...scrollable} className="mt-2 max-h-56 overflow-auto font-mono text-sm whitespace-pre-wrap wrap-anywhere">
      {previewPieces(text, found).map(({ from, to, part, gap }) =>
        part ? (
          <Part
            key={from}
            text={text.slice(from, to)}
            part={part}
            cleared={isCleared(part)}
            onToggle={onToggle}
            say={say}
          />
        ) : (
          <span key={from}>{gap ? " … " : text.slice(from, to)}</span>
        ),
      )}
    </pre>
  );
}

type PartProps = Pick<SecretPartsProps, "text" | "onToggle" | "say"> & { part: FoundSecret; cleared: boolean };

function Part({ text, part, cleared, onToggle, say }: PartProps) {
  return (
    <button
      type="button"
      aria-pressed={!cleared}
      aria-label={say(cleared ? "shown" : "masked", part.kind)}
      title={say(cleared ? "maskAgain" : "unmask", part.kind)}
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
