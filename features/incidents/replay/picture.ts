import type { Severity } from "@/lib/severity";
import type { IncidentStatus } from "../schema";
import type { ReplayIndex } from "./replay-index";

/** A whole incident at a glance. Places are parts of its length, from 0 to 1. */
export type Picture = {
  statuses: { status: IncidentStatus; from: number; to: number }[];
  severities: { severity: Severity; at: number }[];
  /** Entries in equal parts of the time. */
  bins: number[];
  /** Minutes of one part. */
  binMinutes: number;
  gaps: { from: number; to: number; minutes: number }[];
};

const mostBins = 120;
/** No entry for so long is a gap worth seeing, in ms; and at least a fiftieth of the whole. */
const gapMs = 15 * 60_000;
const minute = 60_000;

export function pictureOf({ times, moments, start, end }: ReplayIndex): Picture {
  const length = end - start;
  const part = (time: number) => (time - start) / length;
  const statuses: Picture["statuses"] = [];
  const severities: Picture["severities"] = [];
  const gaps: Picture["gaps"] = [];
  const binMinutes = Math.max(1, Math.ceil(length / minute / mostBins));
  const bins = new Array<number>(Math.floor(length / minute / binMinutes) + 1).fill(0);
  for (const [n, time] of times.entries()) {
    const { status, severity } = moments[n] ?? { status: null, severity: null };
    if (status && status.value !== statuses.at(-1)?.status) {
      const last = statuses.at(-1);
      if (last) last.to = part(time);
      statuses.push({ status: status.value, from: part(time), to: 1 });
    }
    if (severity && severity.value !== severities.at(-1)?.severity)
      severities.push({ severity: severity.value, at: part(time) });
    const bin = Math.floor((time - start) / minute / binMinutes);
    bins[bin] = (bins[bin] ?? 0) + 1;
    const before = times[n - 1] ?? time;
    if (time - before >= Math.max(gapMs, length / 50)) {
      gaps.push({ from: part(before), to: part(time), minutes: Math.round((time - before) / minute) });
    }
  }
  return { statuses, severities, bins, binMinutes, gaps };
}
