"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/time";
import { call } from "@/lib/http/client";
import type { OthersDraft } from "../../../drafts/api";
import type { OtherEditor } from "../../../drafts/schema";
import { MergeDialog } from "../merge/merge-dialog";
import { useErrorText } from "../use-error-text";
import type { PublishedNow } from "./use-company";

type Props = {
  path: string;
  drafts: OtherEditor[];
  /** Set when somebody published after this text was begun. */
  meanwhile: PublishedNow;
  /** What is published, as this editor began with it. */
  publishedText: string;
  mine: () => string;
  onMeanwhile: () => Promise<string | null>;
  onTakeOver: (text: string) => void;
};

/** What others did to the same runbook: published it meanwhile, or have changes of their own that nobody else sees yet. */
export function CompanyNotices({ path, drafts, meanwhile, publishedText, mine, onMeanwhile, onTakeOver }: Props) {
  const t = useTranslations("editing.around.company");
  const errorText = useErrorText();
  const [read, setRead] = useState<(OthersDraft & { mine: string }) | null>(null);
  const [error, setError] = useState<string | null>(null);
  const show = async (personId: string) => {
    const found = await call<OthersDraft>("GET", `/api/v1/runbooks/${path}/drafts/${personId}`);
    setError(found.ok ? null : errorText(found.code));
    if (found.ok) setRead({ ...found.value, mine: mine() });
  };
  return (
    <>
      <div className="mb-3 grid gap-2 empty:hidden">
        {meanwhile && (
          <Notice
            tone="warning"
            live
            title={t("meanwhile", { author: meanwhile.author, message: meanwhile.message })}
            action={
              <Button size="sm" onClick={async () => setError(await onMeanwhile())}>
                {t("merge")}
              </Button>
            }
          >
            {t("meanwhileBody")} (<RelativeTime at={meanwhile.at} />)
          </Notice>
        )}
        {drafts.map(({ personId, name, createdAt, updatedAt }) => (
          <Notice
            key={personId}
            tone="info"
            title={t("draft", { name })}
            action={
              <Button size="sm" onClick={() => void show(personId)}>
                {t("readDraft")}
                <span className="sr-only">: {name}</span>
              </Button>
            }
          >
            {t.rich("draftSince", {
              since: () => <RelativeTime at={createdAt} />,
              last: () => <RelativeTime at={updatedAt} />,
            })}
          </Notice>
        ))}
        {error && <Notice tone="danger" live title={error} />}
      </div>
      {read && (
        <MergeDialog
          title={t("draftOf", { name: read.name })}
          lead={<p>{t("draftLead", { name: read.name })}</p>}
          mine={read.mine}
          base={publishedText}
          theirs={read.text}
          theirName={read.name}
          keep={t("close")}
          use={t("takeOver")}
          onKeep={() => setRead(null)}
          onUse={(text) => {
            setRead(null);
            onTakeOver(text);
          }}
        />
      )}
    </>
  );
}
