"use client";
import { useState } from "react";
import { classes } from "@/components/ui/classes";
import { PastIncidents } from "@/features/incidents/components/search/past-incidents";
import { Finder, type FinderProps } from "@/features/runbooks/components/search/finder";
import { PastedLog } from "@/features/runbooks/components/search/pasted/pasted-log";
import type { Shown } from "@/features/runbooks/finding/use-answers";
import { TrackRecordText } from "@/features/runs/track-record/components/track-record-text";
import { useTrackRecords } from "@/features/runs/track-record/components/use-track-records";
import { atLeast, type Role } from "@/lib/auth/roles";

type Props = Omit<FinderProps, "canStart" | "canEdit" | "record" | "onSettled" | "PastedLog"> & {
  role: Role | null;
  /** Words above past incidents; without them there are none. */
  past?: { title: string; all: string };
};

/** The search with what members see beside it once it has come to rest: how procedures went before, and past incidents. */
export function PortalFinder({ role, past, initial = null, home = false, ...rest }: Props) {
  const member = atLeast(role, "viewer");
  const [settled, setSettled] = useState<Shown | null>(initial);
  const recordOf = useTrackRecords(member ? (settled?.results ?? []) : []);
  const q = settled?.q ?? "";
  return (
    <div
      className={classes(
        !home && "mx-auto",
        !home && (member ? "max-w-7xl lg:grid lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-x-8" : "max-w-4xl"),
      )}
    >
      <div className="min-w-0">
        <Finder
          {...rest}
          initial={initial}
          home={home}
          PastedLog={PastedLog}
          canStart={atLeast(role, "responder")}
          canEdit={atLeast(role, "editor")}
          record={member ? (section) => <TrackRecordText record={recordOf(section)} /> : undefined}
          onSettled={setSettled}
        />
      </div>
      {member && past && q !== "" && <PastIncidents key={q} q={q} {...past} />}
    </div>
  );
}
