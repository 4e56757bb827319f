import { useTranslations } from "next-intl";
import { PageLink } from "@/components/ui/page-link";
import type { ListPage } from "../../reading/page";

type Props = {
  page: Omit<ListPage<unknown>, "items">;
  /** Address of the list. */
  action: string;
  /** What else narrows it. */
  parameters?: Record<string, string | true | undefined>;
};

/** Leads to the other pages of a list; nothing where there is only one. */
export function Pager({ page: { page, pages, from, to, total }, action, parameters = {} }: Props) {
  const t = useTranslations("reading.large");
  if (pages === 1) return null;
  const hrefOf = (number: number) => {
    const given = Object.entries(parameters).flatMap(([name, value]) =>
      value ? [[name, value === true ? "1" : value]] : [],
    );
    return `${action}?${new URLSearchParams([...given, ["page", String(number)]] as [string, string][])}`;
  };
  const link = "flex h-9 items-center text-accent hover:underline";
  return (
    <nav aria-label={t("pages")} className="mb-8 flex flex-wrap items-center gap-x-5 gap-y-1 tabular-nums">
      {page > 1 && (
        <PageLink href={hrefOf(page - 1)} rel="prev" className={link}>
          {t("previous")}
        </PageLink>
      )}
      <span>{t("page", { page, pages })}</span>
      {page < pages && (
        <PageLink href={hrefOf(page + 1)} rel="next" className={link}>
          {t("next")}
        </PageLink>
      )}
      <span className="text-sm text-muted">{t("range", { from, to, total })}</span>
    </nav>
  );
}
