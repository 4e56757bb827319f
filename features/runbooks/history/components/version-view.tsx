import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { scrollable } from "@/components/ui/scrollable";
import { DateTime } from "@/components/ui/time";
import { DifferenceView } from "../../editor/components/difference-view";
import type { Version } from "../../git/history";
import { RestoreButton } from "./restore-button";

type Props = {
  path: string;
  against: "previous" | "current";
  found: {
    version: Version;
    /** Null where the runbook was not there. */
    text: string | null;
    previous: string | null;
    current: string | null;
    restorable: boolean;
    blob: string | null;
  };
};

/** One version: who, when and why; what it changed, or what has changed since; and the way back to it. */
export function VersionView({ path, against, found }: Props) {
  const t = useTranslations("editing");
  const { version, text, previous, current, restorable, blob } = found;
  const here = `/runbooks/${path}/history/${version.commit}`;
  const [before, after] = against === "current" ? [text, current] : [previous, text];
  return (
    <div className="mx-auto max-w-5xl">
      <PageHeader
        title={version.subject || t("history.version", { commit: version.commit.slice(0, 8) })}
        eyebrow={<Link href={`/runbooks/${path}/history`}>{t("history.all")}</Link>}
        description={
          <>
            {t("history.by", { author: version.author })} · <DateTime at={version.at} /> ·{" "}
            <code>{version.commit.slice(0, 8)}</code>
          </>
        }
        actions={
          restorable &&
          text !== null && (
            <RestoreButton path={path} commit={version.commit} baseBlob={blob} text={text} current={current} />
          )
        }
      />
      <div className="grid gap-4">
        {version.body && <p className="whitespace-pre-line wrap-anywhere">{version.body}</p>}
        {version.blob === null && <Notice tone="warning" title={t("history.removed")} />}
        {text !== null && text === current && <Notice tone="info" title={t("history.isCurrent")} />}
        <nav aria-label={t("history.against.label")} className="flex flex-wrap gap-x-4 gap-y-1">
          <span className="text-muted">{t("history.against.label")}</span>
          {(["previous", "current"] as const).map((one) => (
            <Link
              key={one}
              href={one === "previous" ? here : `${here}?against=current`}
              aria-current={one === against ? "page" : undefined}
              className="aria-[current=page]:font-semibold aria-[current=page]:text-ink"
            >
              {t(`history.against.${one}`)}
            </Link>
          ))}
        </nav>
        {against === "previous" && previous === null && <p className="text-muted">{t("history.first")}</p>}
        <DifferenceView before={before ?? ""} after={after ?? ""} />
        {text !== null && (
          <details>
            <summary className="font-medium">{t("history.fullText")}</summary>
            <pre
              {...scrollable}
              className="mt-2 max-h-[60dvh] overflow-auto rounded border border-line bg-surface p-3 text-sm"
            >
              {text}
            </pre>
          </details>
        )}
      </div>
    </div>
  );
}
