import { useTranslations } from "next-intl";
import { PageLink } from "@/components/ui/page-link";
import { scrollable } from "@/components/ui/scrollable";
import { DateTime } from "@/components/ui/time";
import { runbookHref } from "@/features/runbooks/links";
import type { FollowedRun, RunBlame } from "../../blame/run-blame";
import { runHref } from "../../links";
import { TouchLine } from "./touch-line";

type Step = NonNullable<RunBlame["procedures"]>[number]["steps"][number];

/** A step with who last touched it, and each of its commands with where it was followed. */
export function BlamedStep({ path, step }: { path: string; step: Step }) {
  return (
    <li id={step.id} className="scroll-mt-20 px-3 py-3 target:bg-accent-soft">
      <h3 className="font-medium wrap-anywhere">
        <PageLink href={runbookHref(path, step.id)}>{step.title}</PageLink>
      </h3>
      <TouchLine path={path} touch={step.touch} />
      {step.commands.map((command, index) => (
        <div key={index} className="mt-2 border-l-2 border-line pl-3">
          <pre {...scrollable} className="max-h-40 overflow-auto rounded bg-raised px-2 py-1 text-sm">
            {command.text}
          </pre>
          <TouchLine path={path} touch={command.touch} />
          <Followed runs={command.runs} total={command.total} />
        </div>
      ))}
    </li>
  );
}

function Followed({ runs, total }: { runs: FollowedRun[]; total: number }) {
  const t = useTranslations("runbookHistory.blame");
  if (total === 0) return <p className="text-sm text-muted">{t("neverRun")}</p>;
  return (
    <div className="text-sm">
      <span className="text-muted">{t("run", { count: total })}</span>
      <ul className="inline">
        {runs.map((run) => (
          <li key={run.id} className="ml-2 inline-block">
            <PageLink href={runHref(run)} title={run.incident?.title} className="underline">
              {run.incident?.key ?? t("drill")}
            </PageLink>{" "}
            <span className="text-muted">
              {run.incident && run.drill && <>{t("drill")} · </>}
              <DateTime at={run.at} style="date" />
              {run.copied && <> · {t("copied")}</>}
            </span>
          </li>
        ))}
      </ul>
      {total > runs.length && <span className="ml-2 text-muted">{t("more", { count: total - runs.length })}</span>}
    </div>
  );
}
