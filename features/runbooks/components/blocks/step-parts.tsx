import { Eye, Undo2 } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

/** What should be seen after a step. */
export function Expect({ matches, children }: { matches?: string; children?: ReactNode }) {
  const t = useTranslations("reading.blocks");
  return (
    <div className="beside border-l-2 border-success/60 pl-3">
      <div className="flex items-center gap-1.5 text-sm font-semibold text-success">
        <Eye aria-hidden className="size-4" />
        {t("expect")}
      </div>
      {children}
      {matches && (
        <div className="mt-1 text-sm text-muted">
          {t("matches")} <code className="wrap-anywhere">{matches}</code>
        </div>
      )}
    </div>
  );
}

/** How to take a change back. */
export function Undo({ children }: { children?: ReactNode }) {
  const t = useTranslations("reading.blocks");
  return (
    <div className="beside border-l-2 border-line-strong/60 pl-3">
      <div className="flex items-center gap-1.5 text-sm font-semibold text-muted">
        <Undo2 aria-hidden className="size-4" />
        {t("undo")}
      </div>
      {children}
    </div>
  );
}
