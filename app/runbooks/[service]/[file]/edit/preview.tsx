"use server";
import type { Artifact } from "@/features/runbooks/artifact";
import { runbookBlocks } from "@/features/runbooks/components/blocks/runbook-blocks";
import { VariablesProvider } from "@/features/runbooks/components/variables/variables";
import type { InspectAs, InspectionResult } from "@/features/runbooks/editor/components/use-inspection";
import { inspectAs } from "@/features/runbooks/editor/loaders";
import { renderRunbook } from "@/features/runbooks/render/adapter";
import { Rehearsal } from "@/features/runs/components/rehearsal/rehearsal";
import { asAppError } from "@/lib/http/problem";
import { bodiesOf } from "../../../../runs/run-bodies";

type Input = { path: string; text: string; as?: InspectAs };

/**
 * Problems of a text that is being written, and the page or the run that it makes, rendered on the server by the components of the
 * reading page: the browser receives elements and never evaluates anything.
 */
export async function inspectRunbook({ path, text, as = "page" }: Input): Promise<InspectionResult> {
  try {
    const { problems, artifact } = await inspectAs({ path, text });
    if (!artifact) return { ok: true, problems, rendered: null };
    const { frontMatter, variables } = artifact;
    const shown =
      as === "run" ? (
        <Rehearsal plan={rehearsedPlan(artifact)} bodies={bodiesOf(artifact)} />
      ) : (
        <>
          <p className="mb-4 text-2xl font-semibold tracking-tight">{frontMatter.title}</p>
          {renderRunbook(artifact, runbookBlocks(artifact))}
        </>
      );
    const rendered = (
      <VariablesProvider variables={variables} service={frontMatter.service}>
        <div
          lang={as === "page" ? frontMatter.lang : undefined}
          className={as === "page" ? "prose runbook" : undefined}
        >
          {shown}
        </div>
      </VariablesProvider>
    );
    return { ok: true, problems, rendered };
  } catch (error) {
    return { ok: false, code: asAppError(error).code };
  }
}

/** What a run of it would pin. */
const rehearsedPlan = ({ plan, variables, frontMatter }: Artifact) => ({
  procedures: plan.procedures,
  variables,
  contacts: frontMatter.contacts.map(({ name, channel, for: severities }) => ({
    name,
    channel: channel ?? null,
    for: severities,
  })),
});
