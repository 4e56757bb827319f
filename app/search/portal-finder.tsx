"use client";
import { useState } from "react";
import { classes } from "@/components/ui/classes";
import { AttachLog } from "@/features/incidents/components/attach-log/attach-log";
import { PastIncidents } from "@/features/incidents/components/search/past-incidents";
import { Finder, type FinderProps } from "@/features/runbooks/components/search/finder";
import { PastedLog } from "@/features/runbooks/components/search/pasted/pasted-log";
import type { Shown } from "@/features/runbooks/finding/use-answers";
import type { Posted } from "@/features/runbooks/search/log/loaders";
import type { LogSearch } from "@/features/runbooks/search/log/search-log";
import { TrackRecordText } from "@/features/runs/track-record/components/track-record-text";
import { useTrackRecords } from "@/features/runs/track-record/components/use-track-records";
import { atLeast, type Role } from "@/lib/auth/roles";

type Props = Omit<FinderProps, "canStart" | "canEdit" | "record" | "onSettled" | "posted" | "pastedLog"> & {
  role: Role | null;
  /** A text that came in the body of a request; with its answer where it is a log. */
  posted?: Posted | null;
  /** Words above past incidents; without them there are none. */
  past?: { title: string; all: string };
};

/** The search with what members see beside it once it has come to rest: how procedures went before, and past incidents. */
export function PortalFinder({ role, past, posted, initial = null, home = false, ...rest }: Props) {
  const member = atLeast(role, "viewer");
  const writes = atLeast(role, "responder");
  const first = posted?.answer ? { of: posted.text, answer: posted.answer } : undefined;
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
          posted={posted?.text}
          pastedLog={(text) => (
            <PastedLog text={text} first={first}>
              {(found) => writes && <AttachLog text={text} about={aboutOf(found)} />}
            </PastedLog>
          )}
          canStart={writes}
          canEdit={atLeast(role, "editor")}
          record={member ? (section) => <TrackRecordText record={recordOf(section)} /> : undefined}
          onSettled={setSettled}
        />
      </div>
      {member && past && q !== "" && <PastIncidents key={q} q={q} {...past} />}
    </div>
  );
}

const aboutOf = (found: LogSearch | null) => {
  const [best] = found?.results ?? [];
  return best ? best.heading || best.title : "";
};
