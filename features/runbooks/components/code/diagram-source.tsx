import { useTranslations } from "next-intl";
import { scrollable } from "@/components/ui/scrollable";

/** The text that a diagram is drawn from, folded. */
export function DiagramSource({ text }: { text: string }) {
  const t = useTranslations("readingTools.diagram");
  return (
    <details className="pt-2">
      <summary className="text-sm text-muted">{t("source")}</summary>
      <pre {...scrollable} className="overflow-x-auto pt-2 text-sm">
        <code>{text}</code>
      </pre>
    </details>
  );
}
