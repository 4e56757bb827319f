import type { Artifact } from "@/features/runbooks/artifact";
import { runbookBlocks } from "@/features/runbooks/components/blocks/runbook-blocks";
import { VariablesProvider } from "@/features/runbooks/components/variables/variables";
import { renderRunbook } from "@/features/runbooks/render/adapter";

/** A post-mortem as a document, rendered on the server by the components of the reading page. */
export function PostMortemDocument({ artifact }: { artifact: Artifact }) {
  return (
    <VariablesProvider variables={artifact.variables} service={artifact.frontMatter.service}>
      <article lang={artifact.frontMatter.lang} className="prose runbook">
        {renderRunbook(artifact, runbookBlocks(artifact))}
      </article>
    </VariablesProvider>
  );
}
