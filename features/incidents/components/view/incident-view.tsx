"use client";
import { useTranslations } from "next-intl";
import { Activity, type ReactNode, useState } from "react";
import { classes } from "@/components/ui/classes";
import { useLoadLater } from "@/components/ui/later-dialog";
import type { Actor } from "@/lib/auth/actor";
import type { IncidentDetail } from "../../incident-schema";
import type { EntryFilter, WindowView } from "../../timeline/window/schema";
import { RoleBars } from "../handover/role-bars";
import { SharePanel } from "../share/share-panel";
import { Checklists } from "../side/checklists";
import { ClosingPanel } from "../side/closing-panel";
import { Facts } from "../side/facts";
import { FollowUps } from "../side/follow-ups";
import { IncidentHeader } from "./incident-header";
import { LiveIncidentProvider } from "./live-incident";
import { type Tab, TabContext, tabs } from "./tab-store";
import { TimelineColumn } from "./timeline-column";

type IncidentViewProps = {
  incident: IncidentDetail;
  /** The newest entries that pass the filter. */
  timeline: WindowView;
  filter: EntryFilter;
  /** How far the reader had read. */
  readUntil: number | null;
  actor: Actor;
  people: { id: string; name: string }[];
  /** Runs of procedures on this incident, above the checklists. */
  runs?: ReactNode;
  /** Below the facts: what the library knows of the services. */
  services?: ReactNode;
  /** Above the timeline: an offer to start the chosen procedure. */
  offer?: ReactNode;
};

/**
 * An incident on one screen: three columns, or three tabs on a phone. Each column scrolls by itself; the header never leaves. The
 * header and the composer come alive first; each `Activity` then by itself, or at once when it is touched.
 */
export function IncidentView({ runs, services, offer, ...live }: IncidentViewProps) {
  const t = useTranslations("incidents.view");
  const [tab, setTab] = useState<Tab>("timeline");
  useLoadLater();
  const column = (name: Tab, look: string) =>
    classes("min-h-0 min-w-0 lg:flex lg:flex-col", tab === name ? "flex flex-1 flex-col" : "hidden", look);
  return (
    <LiveIncidentProvider {...live}>
      <div className="-mx-4 -my-6 flex h-[calc(100dvh-6.125rem-var(--strip,0px))] flex-col sm:-mx-6 md:h-[calc(100dvh-3.5625rem-var(--strip,0px))]">
        <IncidentHeader />
        <nav aria-label={t("tabs")} className="flex border-b border-line px-2 lg:hidden">
          {tabs.map((name) => (
            <button
              key={name}
              type="button"
              aria-current={tab === name ? "true" : undefined}
              onClick={() => setTab(name)}
              className={classes(
                "-mb-px h-10 flex-1 border-b-2 font-medium",
                tab === name ? "border-accent text-ink" : "border-transparent text-muted",
              )}
            >
              {t(name)}
            </button>
          ))}
        </nav>
        <div className="flex min-h-0 flex-1 lg:grid lg:grid-cols-[18rem_minmax(0,1fr)_20rem]">
          <div className={column("lists", "overflow-y-auto lg:border-r lg:border-line")}>
            <Activity>
              {runs}
              <Checklists />
            </Activity>
          </div>
          <div className={column("timeline", "")}>
            {offer}
            <TimelineColumn />
          </div>
          <div className={column("facts", "overflow-y-auto lg:border-l lg:border-line")}>
            <Activity>
              <TabContext value={setTab}>
                <ClosingPanel />
              </TabContext>
              <Facts />
              <FollowUps />
              <RoleBars />
              <SharePanel />
              {services}
            </Activity>
          </div>
        </div>
      </div>
    </LiveIncidentProvider>
  );
}
