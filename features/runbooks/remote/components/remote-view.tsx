import { useTranslations } from "next-intl";
import { Notice, type NoticeTone } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/time";
import type { RemoteState, RemoteStatus } from "../status";
import { LookNow } from "./look-now";

const tones: Record<RemoteState, NoticeTone> = {
  none: "info",
  synced: "success",
  waiting: "warning",
  behind: "warning",
  diverged: "danger",
};

/** How the content stands to its remote, and what to do about it. */
export function RemoteView({ status }: { status: RemoteStatus }) {
  const t = useTranslations("contentRemote");
  const { state, url, branch, syncedAt, triedAt, why, conflicts, byHand } = status;
  return (
    <div className="grid max-w-3xl gap-4">
      <Notice tone={tones[state]} title={t(`state.${state}`)}>
        <p>{t(`means.${state}`)}</p>
        {why && <p className="mt-1 font-mono text-sm wrap-anywhere">{why}</p>}
        <Files files={conflicts} />
      </Notice>
      {byHand.length > 0 && (
        <Notice tone="warning" title={t("byHand")}>
          <Files files={byHand} />
        </Notice>
      )}
      {url && (
        <>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
            <dt className="text-muted">{t("url")}</dt>
            <dd className="font-mono wrap-anywhere">{url}</dd>
            <dt className="text-muted">{t("branch")}</dt>
            <dd className="font-mono">{branch}</dd>
            <dt className="text-muted">{t("syncedAt")}</dt>
            <dd>{syncedAt ? <RelativeTime at={syncedAt} /> : t("never")}</dd>
            <dt className="text-muted">{t("triedAt")}</dt>
            <dd>{triedAt ? <RelativeTime at={triedAt} /> : t("never")}</dd>
          </dl>
          <LookNow label={t("look")} failed={t("lookFailed")} />
        </>
      )}
    </div>
  );
}

function Files({ files }: { files: string[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="mt-2 list-disc pl-5 font-mono text-sm wrap-anywhere">
      {files.map((file) => (
        <li key={file}>{file}</li>
      ))}
    </ul>
  );
}
