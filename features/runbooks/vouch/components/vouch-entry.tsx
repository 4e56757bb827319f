import { useTranslations } from "next-intl";
import { CalendarDay } from "@/components/ui/time";
import { VouchControl } from "./vouch-control";

type Props = {
  path: string;
  /** Blob of the text that the page shows. */
  blob: string;
  title: string;
  reviewed: string | null;
};

/** The entry of a runbook's menu that marks it as reviewed today, for editors. */
export function VouchEntry({ path, blob, title, reviewed }: Props) {
  const t = useTranslations("worklist.vouch");
  return (
    <VouchControl
      path={path}
      blob={blob}
      words={{
        open: t("open"),
        title: t("title", { title }),
        confirm: t("confirm"),
        cancel: t("cancel"),
        done: t("done", { count: 1 }),
        failed: t("failed"),
      }}
    >
      <p>{t("means")}</p>
      <p className="mt-2 text-muted">
        {reviewed ? t.rich("last", { day: () => <CalendarDay day={reviewed} /> }) : t("never")}
      </p>
    </VouchControl>
  );
}
