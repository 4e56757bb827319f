import { isReadable, type Runbook } from "@/features/runbooks/library/runbook";

/** A runbook that can be rehearsed. */
export type DrillChoice = { path: string; title: string; procedures: { id: string; title: string }[] };

/**
 * What can be rehearsed: the runbooks of the service of `asked`, or of the first that has any, and the names of all services that
 * have. The runbooks of another one are asked for when it is chosen: a library may have thousands.
 * @param asked path of a runbook
 */
export function choicesFor(
  runbooks: Runbook[],
  asked: string,
): { services: string[]; service: string; choices: DrillChoice[] } {
  const able = runbooks.filter((runbook) => isReadable(runbook) && runbook.facts.procedures.length > 0);
  const service = (able.find(({ path }) => path === asked) ?? able[0])?.service ?? "";
  const choices = able
    .filter((runbook) => runbook.service === service)
    .flatMap(({ path, outline, facts }) => {
      if (!outline) return [];
      return [
        {
          path,
          title: outline.frontMatter.title,
          procedures: facts.procedures.map(({ id, title }) => ({ id, title })),
        },
      ];
    });
  return { services: [...new Set(able.map((one) => one.service))], service, choices };
}
