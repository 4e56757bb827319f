import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { Conflict } from "../../publishing/schema";

type Props = { conflict: Conflict; onGoOn: (text: string) => void };

/** Somebody published meanwhile: what they changed, and how to go on. Nothing typed is lost. */
export function GlossaryConflict({ conflict: { base, theirs, merged }, onGoOn }: Props) {
  const t = useTranslations("glossary.conflict");
  const before = new Set((base?.text ?? "").split("\n"));
  const after = new Set((theirs?.text ?? "").split("\n"));
  const changes = [
    ...[...after].filter((line) => line.trim() && !before.has(line)).map((line) => ({ sign: "+", line })),
    ...[...before].filter((line) => line.trim() && !after.has(line)).map((line) => ({ sign: "−", line })),
  ];
  const clean = merged && merged.conflicts === 0;
  return (
    <Notice tone="warning" live title={t("title", { author: theirs?.author ?? "" })}>
      <ul className="my-2 grid gap-1 font-mono text-xs">
        {changes.slice(0, 12).map(({ sign, line }) => (
          <li key={`${sign}${line}`} className="wrap-anywhere">
            <span className="sr-only">{t(sign === "+" ? "added" : "removed")} </span>
            <span aria-hidden>{sign} </span>
            {line}
          </li>
        ))}
      </ul>
      <p className="mb-2 text-sm">{t(clean ? "clean" : "overlap")}</p>
      {merged && (
        <Button size="sm" onClick={() => onGoOn(merged.text)}>
          {t(clean ? "join" : "both")}
        </Button>
      )}
    </Notice>
  );
}
