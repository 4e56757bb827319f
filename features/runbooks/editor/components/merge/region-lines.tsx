"use client";
import { useTranslations } from "next-intl";

/** Where lines of a merge come from; `old` ones are gone. */
export type Origin = "same" | "mine" | "theirs" | "agreed" | "old";

const looks: Record<Origin, { sign: string; line: string }> = {
  same: { sign: " ", line: "" },
  mine: { sign: "+", line: "bg-success-soft" },
  theirs: { sign: "+", line: "bg-accent-soft" },
  agreed: { sign: "+", line: "bg-success-soft" },
  old: { sign: "−", line: "bg-danger-soft line-through decoration-danger/60" },
};

type Props = { lines: string[]; origin: Origin; theirName: string };

/** Lines of a merge, each saying whose it is by sign, colour and word. */
export function RegionLines({ lines, origin, theirName }: Props) {
  const t = useTranslations("editing.around.merge");
  const look = looks[origin];
  const said = origin === "same" ? null : t(`origin.${origin}`, { name: theirName });
  return lines.map((line, index) => (
    <tr key={index} className={look.line}>
      <td className="w-px px-2 font-semibold select-none">
        <span aria-hidden>{look.sign}</span>
        {said && <span className="sr-only">{said}</span>}
      </td>
      <td className="pr-3 wrap-anywhere whitespace-pre-wrap">{line}</td>
      <td className="w-px px-2 text-right align-top text-xs whitespace-nowrap text-muted select-none">
        {index === 0 && said && <span aria-hidden>{said}</span>}
      </td>
    </tr>
  ));
}
