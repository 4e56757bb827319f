import type { Metadata } from "next";
import { notFound, permanentRedirect } from "next/navigation";
import { RunbookRuns } from "@/app/runbook-runs";
import { KeptMark } from "@/components/layout/offline/kept-mark";
import { PageHeader } from "@/components/ui/page-header";
import { runbookBlocks } from "@/features/runbooks/components/blocks/runbook-blocks";
import { BrokenNotice } from "@/features/runbooks/components/page/broken-notice";
import { RunbookMenu } from "@/features/runbooks/components/page/runbook-menu";
import { RunbookView } from "@/features/runbooks/components/page/runbook-view";
import { DeletedRunbook } from "@/features/runbooks/history/components/deleted-runbook";
import { loadTombstone } from "@/features/runbooks/history/loaders";
import { runbookHref } from "@/features/runbooks/links";
import { loadRunbook } from "@/features/runbooks/reading/loaders";
import { renderRunbook } from "@/features/runbooks/render/adapter";
import { OpenCount } from "@/features/runbooks/suggestions/components/open-count";
import { loadOpenSuggestions } from "@/features/runbooks/suggestions/loaders";
import { VouchEntry } from "@/features/runbooks/vouch/components/vouch-entry";
import { loadLastRuns } from "@/features/runs/last/loaders";
import { pathOf, type RunbookParams } from "./path-of";

type Props = { params: RunbookParams };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const path = await pathOf(params);
  const found = await loadRunbook(path);
  if (found.kind === "missing") return { title: path, robots: { index: false } };
  if (found.kind !== "page") return { title: path };
  const { title, summary } = found.artifact.frontMatter;
  // A page that is whole may be kept in memory for everybody (lib/server/page-cache).
  return { title, description: summary, ...(!found.broken && { other: { "bitacora-page": found.blob } }) };
}

export default async function RunbookPage({ params }: Props) {
  const path = await pathOf(params);
  const found = await loadRunbook(path);
  if (found.kind === "moved") permanentRedirect(runbookHref(found.to));
  if (found.kind === "missing") {
    const tombstone = await loadTombstone(path);
    if (!tombstone) notFound();
    return <DeletedRunbook {...tombstone} />;
  }
  if (found.kind === "broken") {
    return (
      <>
        <PageHeader title={path} />
        <BrokenNotice {...found.broken} />
      </>
    );
  }
  const { artifact, service, review, broken, canEdit, role, blob } = found;
  const open = canEdit ? (await loadOpenSuggestions())[path] : 0;
  return (
    <RunbookView
      artifact={artifact}
      service={service}
      review={review}
      blob={blob}
      canEdit={canEdit}
      menu={
        <RunbookMenu path={path} role={role}>
          {canEdit && !broken && <VouchEntry path={path} blob={blob} {...artifact.frontMatter} />}
        </RunbookMenu>
      }
      beside={
        <>
          <OpenCount path={path} count={open} />
          <RunbookRuns {...(await loadLastRuns(path))} />
          <KeptMark path={runbookHref(path)} />
        </>
      }
      notice={broken && <BrokenNotice {...broken} />}
    >
      {renderRunbook(artifact, runbookBlocks(artifact))}
    </RunbookView>
  );
}
