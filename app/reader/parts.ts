import { createContext, use, useEffect, useState } from "react";
import type { PageParts } from "@/features/runs/page-parts/schema";
import { call } from "@/lib/http/client";
import { forgetViewer, keepViewer, keptViewer, mayBeSignedIn } from "@/lib/offline/kept-viewer";
import { checkSession, tellWorker } from "@/lib/offline/worker-client";

const nobody: PageParts = {
  viewer: null,
  worklist: null,
  canEdit: false,
  suggestions: 0,
  last: { times: [], onIncidents: [], drills: [] },
};

export const PartsContext = createContext<PageParts>(nobody);

/** What this page shows to its reader and to nobody else; to start with, what was known of them on the page before. */
export const useParts = (): PageParts => use(PartsContext);

/** Asks once for what is the reader's own; nobody is asked about who has not signed in. */
export function usePageParts(runbook: string): PageParts {
  const [parts, setParts] = useState(() => ({ ...nobody, viewer: mayBeSignedIn() ? keptViewer() : null }));
  const { viewer } = parts;
  useEffect(() => {
    if (viewer?.id) document.documentElement.dataset.reader = viewer.id;
    else delete document.documentElement.dataset.reader;
  }, [viewer]);
  useEffect(() => {
    if (!mayBeSignedIn()) return forgetViewer();
    void call<PageParts>("GET", `/api/v1/page-parts?runbook=${encodeURIComponent(runbook)}`).then((answer) => {
      if (!answer.ok) return; // the page is complete without; who reads is still believed
      setParts(answer.value);
      const reader = answer.value.viewer;
      if (!reader) {
        forgetViewer();
        return checkSession();
      }
      keepViewer(reader);
      if (reader.id) tellWorker({ type: "reader", reader: reader.id });
    });
  }, [runbook]);
  return parts;
}
