import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/time";
import { DifferenceView } from "../../editor/components/difference-view";
import type { ByHandFile, ByHandTexts, ContentState } from "../schema";
import { AdoptButton } from "./adopt-button";

export type ShownFile = ByHandFile & { texts: ByHandTexts | null };
type Shown = Omit<ContentState, "byHand"> & { byHand: ShownFile[] };

/** How the content's own repository stands, and what an administrator may do about it. */
export function ContentStateView({ state }: { state: Shown }) {
  const t = useTranslations("contentState");
  const { head, byHand, locks, repaired } = state;
  return (
    <section aria-labelledby="content-state" className="grid max-w-3xl gap-4">
      <h2 id="content-state" className="text-lg font-semibold">
        {t("title")}
      </h2>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
        <dt className="text-muted">{t("branch")}</dt>
        <dd className="wrap-anywhere">{head ? (head.branch ?? t("detached")) : t("noRepository")}</dd>
        {head?.commit && (
          <>
            <dt className="text-muted">{t("commit")}</dt>
            <dd className="font-mono">{head.commit.slice(0, 12)}</dd>
          </>
        )}
        <dt className="text-muted">{t("repaired")}</dt>
        <dd>{repaired ? <RelativeTime at={repaired.at} /> : t("never")}</dd>
      </dl>
      {repaired && repaired.files.length > 0 && (
        <p className="text-sm text-muted">{t("repairedFiles", { files: repaired.files.join(", ") })}</p>
      )}
      {locks.length > 0 && (
        <Notice tone="warning" title={t("locks", { count: locks.length })}>
          <p>{t("locksMean")}</p>
          <ul className="mt-2 list-disc pl-5 text-sm">
            {locks.map(({ name, seconds }) => (
              <li key={name}>
                <code className="wrap-anywhere">.git/{name}</code> ·{" "}
                {t("age", { minutes: Math.floor(seconds / 60), seconds: seconds % 60 })}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {byHand.length === 0 ? (
        <Notice tone="success" title={t("clean")} />
      ) : (
        <>
          <Notice
            tone="warning"
            title={t("byHand", { count: byHand.length })}
            action={byHand.length > 1 && <Adopt files={byHand} label={t("adoptAll")} />}
          >
            <p>{t("byHandMeans")}</p>
          </Notice>
          <ul className="grid gap-4">
            {byHand.map((file) => (
              <li key={file.file}>
                <ByHandItem file={file} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const seen = ({ file, head, disk }: ShownFile): ByHandFile => ({ file, head, disk });
const kindOf = ({ head, disk }: ByHandFile) => (disk === null ? "removed" : head === null ? "added" : "changed");

function ByHandItem({ file }: { file: ShownFile }) {
  const t = useTranslations("contentState");
  const { texts } = file;
  return (
    <article className="grid gap-2 rounded border border-line p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="min-w-0">
          <span className="font-mono text-sm wrap-anywhere">{file.file}</span>{" "}
          <span className="text-sm text-muted">{t(`kind.${kindOf(file)}`)}</span>
        </h3>
        <Adopt files={[file]} label={t("adopt")} describedAs={t("adoptFile", { file: file.file })} />
      </div>
      {texts && !texts.binary && (
        <DifferenceView
          before={texts.before ?? ""}
          after={texts.after ?? ""}
          label={t("difference", { file: file.file })}
        />
      )}
      {(!texts || texts.binary) && <p className="text-sm text-muted">{t("notShown")}</p>}
    </article>
  );
}

function Adopt({ files, ...rest }: { files: ShownFile[]; label: string; describedAs?: string }) {
  const t = useTranslations("contentState");
  const count = files.length;
  return (
    <AdoptButton
      {...rest}
      files={files.map(seen)}
      message={t("message", { count, file: files[0]?.file ?? "" })}
      done={t("adopted", { count })}
      failed={t("failed")}
    />
  );
}
