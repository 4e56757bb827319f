"use client";
import { useTranslations } from "next-intl";
import { type PathNode, pathPicture } from "../../path-picture";
import { useLiveRun } from "../live/live-run";
import { PathLine } from "./path-line";

/** Places in one line of the picture, as many as the outline is wide. */
const perLine = 9;

/** The way through the procedure, drawn: what was walked, where the run is, what branches off and was not taken. */
export function PathPicture() {
  const t = useTranslations("runs.path");
  const phaseName = useTranslations("runs.step.phase");
  const states = useTranslations("ui.stepState");
  const { run } = useLiveRun();
  const phases = pathPicture(run.steps, run.focus.stepId);
  const said = ({ title, state, option, here, count }: PathNode) =>
    [
      count > 1 ? t("several", { count, state: states(state) }) : `${title}: ${states(state)}`,
      option && t("answered", { option }),
      here && t("here"),
    ]
      .filter(Boolean)
      .join(", ");
  return (
    <section aria-label={t("label")} className="grid gap-1.5">
      {phases.map(({ phase, nodes }, index) => (
        <div key={index} className="grid gap-0.5">
          <p className="text-xs text-muted">{phaseName(phase)}</p>
          {lines(nodes).map((line, at) => (
            <PathLine key={at} nodes={line} begins={index === 0 && at === 0} />
          ))}
          <ol className="sr-only">
            {nodes.map((node) => (
              <li key={node.id}>{said(node)}</li>
            ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

const lines = (nodes: PathNode[]): PathNode[][] =>
  Array.from({ length: Math.ceil(nodes.length / perLine) }, (_, at) => nodes.slice(at * perLine, (at + 1) * perLine));
