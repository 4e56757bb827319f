"use client";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import type { Shown } from "../../finding/use-answers";

type Props = {
  id: string;
  shown: Shown | null;
  runbooks: number;
  waiting: boolean;
  failed: boolean;
  canStart: boolean;
};

/** Milliseconds of quiet after which a count is read aloud: one for each key would talk over the typing. */
const quiet = 800;

/** How many answers there are and what can be done with them; one line from the start, so that nothing moves. */
export function SearchStatus({ id, shown, runbooks, waiting, failed, canStart }: Props) {
  const t = useTranslations("finding");
  const sections = shown?.results.length ?? 0;
  const count = shown === null ? "" : t("count", { sections, runbooks });
  const unknown = sections > 0 ? (shown?.unknown ?? []).map((word) => t("quoted", { word })).join(", ") : "";
  const missing = shown?.missing ?? 0;
  const found = unknown ? `${count} · ${t("unknownWords", { words: unknown })}` : count;
  const said = failed ? t("failed") : missing > 0 ? `${found} · ${t("missing", { missing })}` : found;
  const [aloud, setAloud] = useState("");
  useEffect(() => {
    if (waiting) return;
    const timer = setTimeout(setAloud, quiet, said);
    return () => clearTimeout(timer);
  }, [said, waiting]);
  return (
    <div className="mt-2 flex min-h-5 flex-wrap justify-between gap-x-4 text-sm text-muted">
      <p id={id}>{said || t("hint")}</p>
      {sections > 0 && (
        <p aria-hidden className="pointer-coarse:hidden">
          {t("keysHint", { start: String(canStart) })}
        </p>
      )}
      <p role="status" className="sr-only">
        {aloud}
      </p>
    </div>
  );
}
