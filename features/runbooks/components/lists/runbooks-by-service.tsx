import { PageLink } from "@/components/ui/page-link";
import { groupBy } from "../../reading/group";
import type { RunbookSummary } from "../../reading/summary";
import { RunbookRow } from "./runbook-row";

type Props = {
  runbooks: RunbookSummary[];
  procedures?: boolean;
  /** How many suggestions wait for an editor, by runbook. */
  open?: Record<string, number>;
};

/** Runbooks under the name of their service. */
export function RunbooksByService({ runbooks, procedures, open }: Props) {
  return groupBy(runbooks, (runbook) => runbook.service).map(([service, members]) => (
    <section key={service} aria-labelledby={`service-${service}`} className="mb-8">
      <h2 id={`service-${service}`} className="border-b border-line-strong/50 pb-1.5 text-lg font-semibold">
        <PageLink href={`/runbooks/${service}`} className="hover:text-accent hover:underline">
          {service}
        </PageLink>
      </h2>
      <ul>
        {members.map((runbook) => (
          <RunbookRow key={runbook.path} runbook={runbook} procedures={procedures} open={open?.[runbook.path]} />
        ))}
      </ul>
    </section>
  ));
}
