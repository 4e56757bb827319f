"use server";
import { runbookBlocks } from "@/features/runbooks/components/blocks/runbook-blocks";
import { VariablesProvider } from "@/features/runbooks/components/variables/variables";
import type { InspectionResult } from "@/features/runbooks/editor/components/use-inspection";
import { inspectAs } from "@/features/runbooks/editor/loaders";
import { renderRunbook } from "@/features/runbooks/render/adapter";
import { asAppError } from "@/lib/http/problem";

/**
 * Problems of a text that is being written, and the page that it makes, rendered on the server by the components of the
 * reading page: the browser receives elements and never evaluates anything.
 */
export async function inspectRunbook({ path, text }: { path: string; text: string }): Promise<InspectionResult> {
  try {
    const { problems, artifact } = await inspectAs({ path, text });
    if (!artifact) return { ok: true, problems, rendered: null };
    const { frontMatter, variables } = artifact;
    const rendered = (
      <VariablesProvider variables={variables} service={frontMatter.service}>
        <div lang={frontMatter.lang} className="prose runbook">
          <p className="mb-4 text-2xl font-semibold tracking-tight">{frontMatter.title}</p>
          {renderRunbook(artifact, runbookBlocks(artifact))}
        </div>
      </VariablesProvider>
    );
    return { ok: true, problems, rendered };
  } catch (error) {
    return { ok: false, code: asAppError(error).code };
  }
}
