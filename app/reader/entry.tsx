import { IntlProvider } from "next-intl";
import { type ComponentProps, memo, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";
import { createRoot } from "react-dom/client";
import { KeysProvider } from "@/components/layout/keys/keys";
import { KeysDialog } from "@/components/layout/keys/keys-dialog";
import { NavKeys } from "@/components/layout/nav-keys";
import { WorkerLink } from "@/components/layout/offline/worker-link";
import { OutboxProvider } from "@/components/layout/outbox/outbox-provider";
import { ToastProvider } from "@/components/ui/toast";
import { CopyAnchors } from "@/features/runbooks/components/page/copy-anchors";
import { postText } from "@/features/runbooks/components/search/pasted/post-text";
import { PortalPalette } from "@/features/runbooks/components/search/portal-palette";
import { VariablesProvider } from "@/features/runbooks/components/variables/variables";
import { atLeast } from "@/lib/auth/roles";
import { islandIn } from "./islands";
import { type PageFacts, RunbookContext } from "./page-facts";
import { PartsContext, usePageParts } from "./parts";
import { type Place, placesOn } from "./place";

type Messages = ComponentProps<typeof IntlProvider>["messages"];

/**
 * Brings a runbook page from memory alive: one React tree with the portal's own components, each rendered into its place.
 * @param messages compiled (lib/i18n/reader-messages.ts)
 */
export function startReader(locale: string, messages: Messages): void {
  const places = placesOn(document);
  const runbook = places.find(({ name }) => name === "runbook")?.props as PageFacts | undefined;
  if (!runbook) return;
  const host = document.body.appendChild(document.createElement("div"));
  createRoot(host).render(
    <IntlProvider locale={locale} messages={messages} timeZone="UTC" now={new Date()}>
      <RunbookContext value={runbook}>
        <Reader runbook={runbook} places={places} />
      </RunbookContext>
    </IntlProvider>,
  );
}

/** Tasks in which a page comes alive. More of them are shorter, and the page is alive later: the browser lays it out after each. */
const tasks = 3;

/**
 * The places that are alive, together as they became it: a share of them in each task, so that a slow phone scrolls and answers meanwhile.
 * What is seen does not change. A mark says when all are, to whoever measures it.
 */
function useAlive(places: Place[]): Place[][] {
  const [shares] = useState(() => inShares(places));
  const [alive, setAlive] = useState(1);
  useLayoutEffect(() => {
    if (alive === tasks) return void performance.mark("alive");
    const next = setTimeout(() => setAlive(alive + 1));
    return () => clearTimeout(next);
  }, [alive]);
  return shares.slice(0, alive);
}

function inShares(places: Place[]): Place[][] {
  const each = Math.ceil(places.length / tasks);
  return Array.from({ length: tasks }, (_, at) => places.slice(at * each, (at + 1) * each));
}

/** Places that come alive together, and are not rendered again for others. */
const Places = memo(function Places({ places }: { places: Place[] }) {
  // Before anything is painted: what stands there now is the same, and alive.
  useLayoutEffect(() => {
    for (const { rendered } of places) for (const node of rendered) node.remove();
  }, [places]);
  return places.map(({ element }, at) => createPortal(islandIn(element), element, String(at)));
});

function Reader({ runbook, places }: { runbook: PageFacts; places: Place[] }) {
  const parts = usePageParts(runbook.path);
  const { viewer } = parts;
  const alive = useAlive(places);
  return (
    <PartsContext value={parts}>
      <KeysProvider>
        <ToastProvider>
          <OutboxProvider person={viewer?.id ?? null}>
            <PortalPalette member={atLeast(viewer?.role ?? null, "viewer")} leave={postText}>
              <VariablesProvider variables={runbook.variables} service={runbook.service}>
                <CopyAnchors />
                {alive.map((together, at) => (
                  <Places key={at} places={together} />
                ))}
              </VariablesProvider>
              <KeysDialog />
              <NavKeys />
              <WorkerLink />
            </PortalPalette>
          </OutboxProvider>
        </ToastProvider>
      </KeysProvider>
    </PartsContext>
  );
}
