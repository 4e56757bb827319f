import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { SeverityMark } from "@/components/ui/severity-mark";
import { DateTime } from "@/components/ui/time";
import type { Problem } from "../../artifact";
import type { PostMortemMatter } from "../../post-mortem-matter";

type Props = { path: string; matter: PostMortemMatter | null; problems: Problem[] };

/** A published post-mortem in a list; a refused file says what is wrong with it. */
export function PostMortemRow({ path, matter, problems }: Props) {
  const t = useTranslations("postMortems");
  if (!matter) {
    const [first] = problems;
    return (
      <li className="px-4 py-3 text-muted">
        {path} · {t("refused")}
        {first && `: ${first.line}:${first.column} ${first.message}`}
      </li>
    );
  }
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-1 px-4 py-3">
      <SeverityMark severity={matter.severity} />
      <Link href={`/${path}`} className="min-w-0 flex-1 basis-60 font-medium wrap-anywhere text-ink hover:underline">
        {matter.title}
      </Link>
      {matter.kind === "drill" && <Badge>{t("drill")}</Badge>}
      <span className="text-sm text-muted">{matter.services.join(", ")}</span>
      <span className="text-sm text-muted">{matter.incident}</span>
      <span className="text-sm text-muted">
        <DateTime at={matter.impactStarted ?? matter.declared} style="date" />
      </span>
    </li>
  );
}
