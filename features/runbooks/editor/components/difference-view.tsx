import { useTranslations } from "next-intl";
import { scrollable } from "@/components/ui/scrollable";
import { type DifferenceLine, difference } from "../difference";

const looks = {
  same: { sign: " ", line: "", piece: "" },
  added: { sign: "+", line: "bg-success-soft", piece: "bg-success/25 underline decoration-success" },
  removed: { sign: "−", line: "bg-danger-soft", piece: "bg-danger/20 line-through decoration-danger" },
} as const;

/** What changed between two texts: signs, colour and marked words, so that none of them is needed alone. */
export function DifferenceView({ before, after, label }: { before: string; after: string; label?: string }) {
  const t = useTranslations("editing.difference");
  const { hunks, coarse } = difference(before, after);
  if (hunks.length === 0) return <p className="text-muted">{t("same")}</p>;
  return (
    <section
      aria-label={label ?? t("label")}
      {...scrollable}
      className="max-h-[60dvh] overflow-auto rounded border border-line bg-surface"
    >
      {coarse && <p className="border-b border-line px-3 py-1.5 text-muted">{t("coarse")}</p>}
      <table className="w-full border-collapse font-mono text-sm">
        {hunks.map((lines, index) => (
          <tbody key={index} className="border-b border-line last:border-0">
            {lines.map((line, at) => (
              <Line key={at} line={line} name={line.kind === "same" ? null : t(line.kind)} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function Line({ line, name }: { line: DifferenceLine; name: string | null }) {
  const look = looks[line.kind];
  return (
    <tr className={look.line}>
      <td className="w-px px-2 text-right text-muted select-none">{line.before}</td>
      <td className="w-px px-2 text-right text-muted select-none">{line.after}</td>
      <td className="w-px pr-1 font-semibold select-none">
        <span aria-hidden>{look.sign}</span>
        {name && <span className="sr-only">{name}</span>}
      </td>
      <td className="pr-3 wrap-anywhere whitespace-pre-wrap">
        {line.pieces.map((piece, index) =>
          piece.changed ? (
            <span key={index} className={`rounded-sm ${look.piece}`}>
              {piece.text}
            </span>
          ) : (
            piece.text
          ),
        )}
      </td>
    </tr>
  );
}
