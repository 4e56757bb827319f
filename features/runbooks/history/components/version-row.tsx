import Link from "next/link";
import { useTranslations } from "next-intl";
import { DateTime } from "@/components/ui/time";
import type { Version } from "../../git/history";
import type { Chosen } from "../compare/chosen";
import { trailsOf, withoutTrails } from "../trail";

type Props = {
  version: Version;
  href: string;
  /** Null where there is nothing to compare with. */
  chosen: Chosen | null;
};

/** A commit in the list, with its two choices. */
export function VersionRow({ version, href, chosen }: Props) {
  const t = useTranslations("editing.history");
  const h = useTranslations("runbookHistory");
  const { commit, author, at, blob, file } = version;
  const short = commit.slice(0, 8);
  const body = withoutTrails(version.body);
  const move = trailsOf(version).find((trail) => trail.kind === "moved" && file?.endsWith(trail.to));
  return (
    <li className="flex gap-3 px-3 py-2">
      {chosen && (
        <span className="flex shrink-0 gap-2 pt-1">
          {(["from", "to"] as const).map((side) => (
            <input
              key={side}
              type="radio"
              name={side}
              value={commit}
              defaultChecked={chosen[side] === commit}
              aria-label={h(`compare.pick.${side}`, { commit: short })}
              title={h(`compare.pick.${side}`, { commit: short })}
              className="size-4 accent-accent"
            />
          ))}
        </span>
      )}
      <div className="flex min-w-0 flex-1 flex-wrap items-baseline gap-x-4 gap-y-1">
        <div className="min-w-0 flex-1 basis-72">
          <Link href={href} className="font-medium wrap-anywhere">
            {version.subject || short}
          </Link>
          {body && <p className="text-sm whitespace-pre-line text-muted wrap-anywhere">{body}</p>}
          {move?.kind === "moved" && <p className="text-sm text-muted">{h("movedFrom", { file: move.from })}</p>}
          {blob === null && <p className="text-sm text-warning">{t("removed")}</p>}
        </div>
        <span className="text-sm text-muted">{t("by", { author })}</span>
        <span className="text-sm text-muted">
          <DateTime at={at} />
        </span>
        <code className="text-sm text-muted">{short}</code>
      </div>
    </li>
  );
}
