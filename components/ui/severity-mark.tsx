import { useTranslations } from "next-intl";
import type { Severity } from "@/lib/severity";
import { classes } from "./classes";

const marks: Record<Severity, { shape: string; ink: string }> = {
  SEV1: { shape: "▲▲", ink: "text-sev1" },
  SEV2: { shape: "▲", ink: "text-sev2" },
  SEV3: { shape: "◆", ink: "text-sev3" },
  SEV4: { shape: "●", ink: "text-sev4" },
};

/** Severity as shape, word and colour; `long` adds what the severity means. */
export function SeverityMark({
  severity,
  long = false,
  className,
}: {
  severity: Severity;
  long?: boolean;
  className?: string;
}) {
  const t = useTranslations("ui.severity");
  const { shape, ink } = marks[severity];
  return (
    <span
      title={t(severity)}
      className={classes("inline-flex items-baseline gap-1 font-semibold whitespace-nowrap", ink, className)}
    >
      <span aria-hidden className="text-[0.8em] leading-none tracking-[-0.15em]">
        {shape}
      </span>
      <span className="pl-px">{severity}</span>
      {long && <span className="font-normal text-muted">{t(severity)}</span>}
    </span>
  );
}
