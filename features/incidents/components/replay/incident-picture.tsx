"use client";
import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { SeverityMark } from "@/components/ui/severity-mark";
import type { Picture } from "../../replay/picture";
import type { ReplayIndex } from "../../replay/replay-index";
import type { IncidentStatus } from "../../schema";
import { elapsed } from "./replay-clock";
import { statusShapes } from "./status-shapes";

type Props = { index: ReplayIndex; picture: Picture; at: number; onGo: (at: number) => void };

const fills: Record<IncidentStatus, string> = {
  investigating: "bg-danger-soft",
  identified: "bg-warning-soft",
  mitigating: "bg-warning-soft",
  monitoring: "bg-accent-soft",
  resolved: "bg-success-soft",
  closed: "bg-raised",
};
const percent = (part: number) => `${(part * 100).toFixed(3)}%`;

/** The whole incident as a band: its statuses by shape, word and colour, severities above, entries per minute and gaps below. */
export function IncidentPicture({ index, picture, at, onGo }: Props) {
  const t = useTranslations("incidents.past.replay");
  const { start, end } = index;
  const length = end - start;
  const go = (part: number) => onGo(start + part * length);
  return (
    <section aria-label={t("picture")}>
      <Severities picture={picture} onGo={go} />
      <div className="relative">
        <Statuses picture={picture} length={length} />
        <Histogram picture={picture} />
        <span
          aria-hidden
          className="pointer-events-none absolute inset-y-0 w-0.5 -translate-x-1/2 bg-accent"
          style={{ left: percent((at - start) / length) }}
        />
      </div>
      <p className="mt-1 flex justify-between font-mono text-xs text-muted">
        <span>T+0:00</span>
        <span>T+{elapsed(length)}</span>
      </p>
    </section>
  );
}

function Severities({ picture, onGo }: { picture: Picture; onGo: (part: number) => void }) {
  return (
    <div className="relative h-7">
      {picture.severities.map(({ severity, at }) => (
        <button
          key={at}
          type="button"
          onClick={() => onGo(at)}
          className="absolute top-0 flex h-6 items-center rounded bg-canvas px-0.5 text-sm hover:bg-raised"
          style={at > 0.85 ? { right: percent(1 - at) } : { left: percent(at) }}
        >
          <SeverityMark severity={severity} />
        </button>
      ))}
    </div>
  );
}

function Statuses({ picture, length }: { picture: Picture; length: number }) {
  const t = useTranslations("incidents");
  // What began at the very end still shows its shape.
  const last = picture.statuses.length - 1;
  return (
    <ul className="relative h-9 overflow-hidden rounded-t border border-line">
      {picture.statuses.map(({ status, from, to }, n) => {
        const title = t("past.replay.bandStatus", {
          status: t(`status.${status}`),
          from: `T+${elapsed(from * length)}`,
          to: `T+${elapsed(to * length)}`,
        });
        return (
          <li
            key={from}
            title={title}
            className={classes("absolute inset-y-0 min-w-px border-l border-line text-sm", fills[status])}
            style={{
              left: `min(${percent(from)}, 100% - ${n === last ? "1.75rem" : "0px"})`,
              width: to === 1 ? "100%" : percent(to - from),
            }}
          >
            <span className="flex h-full items-center gap-1.5 overflow-hidden px-1.5 whitespace-nowrap">
              <span aria-hidden>{statusShapes[status]}</span>
              <span className="min-w-0 truncate">{t(`status.${status}`)}</span>
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function Histogram({ picture: { bins, binMinutes, gaps } }: { picture: Picture }) {
  const t = useTranslations("incidents.past.replay");
  const most = Math.max(1, ...bins);
  return (
    <div className="relative h-12 rounded-b border border-t-0 border-line bg-surface">
      {gaps.map(({ from, to, minutes }) => (
        <span
          key={from}
          title={t("gap", { minutes })}
          className="absolute inset-y-0 flex items-center justify-center overflow-hidden bg-[repeating-linear-gradient(135deg,transparent_0_6px,var(--color-line)_6px_7px)]"
          style={{ left: percent(from), width: percent(to - from) }}
        >
          <span className="bg-surface px-1 text-xs whitespace-nowrap text-muted">{t("gap", { minutes })}</span>
        </span>
      ))}
      <div className="absolute inset-0 flex items-end">
        {bins.map((count, n) => (
          <span
            key={n}
            title={count > 0 ? t("perBin", { count, from: n * binMinutes }) : undefined}
            className="min-w-px flex-1 bg-accent/70"
            style={{ height: count === 0 ? 0 : `${Math.max(6, (count / most) * 100)}%` }}
          />
        ))}
      </div>
    </div>
  );
}
