import { SlidersHorizontal } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { severities } from "@/lib/severity";
import type { IncidentSearchPage, SearchIncidents } from "../../search/schema";
import { incidentKinds } from "../../vocabulary";

type Props = {
  filters: SearchIncidents;
  counts: IncidentSearchPage["counts"];
  services: string[];
  filtered: boolean;
};

/** The finer filters as a plain GET form, folded away until one is set: an address says what is shown, without JavaScript too. */
export function IncidentFilters({ filters, counts, services, filtered }: Props) {
  const t = useTranslations("incidents");
  const past = useTranslations("incidents.past.search");
  const { severity, service, kind, from, to, person } = filters;
  const set = [severity, service, kind, from, to, person].filter(Boolean).length;
  return (
    <details open={set > 0} className="group mb-4">
      <summary className="inline-flex min-h-9 cursor-pointer list-none items-center gap-2 rounded border border-line px-3 text-sm hover:bg-raised [&::-webkit-details-marker]:hidden">
        <SlidersHorizontal aria-hidden className="size-4 text-muted" />
        {past("filters", { count: set })}
      </summary>
      <form
        method="get"
        action="/incidents"
        className="mt-3 grid grid-cols-2 items-end gap-3 sm:grid-cols-3 lg:flex lg:flex-wrap"
      >
        {filters.q && <input type="hidden" name="q" value={filters.q} />}
        {filtered && filters.status !== "all" && <input type="hidden" name="status" value={filters.status} />}
        <Field label={t("list.severity")} className="lg:w-36">
          <Select name="severity" defaultValue={severity ?? ""}>
            <option value="">{t("list.any")}</option>
            {severities.map((value) => (
              <option key={value} value={value}>{`${value} (${counts.severity[value]})`}</option>
            ))}
          </Select>
        </Field>
        <Field label={t("list.kind")} className="lg:w-44">
          <Select name="kind" defaultValue={kind ?? ""}>
            <option value="">{t("list.any")}</option>
            {incidentKinds.map((value) => (
              <option key={value} value={value}>{`${t(`kind.${value}`)} (${counts.kind[value]})`}</option>
            ))}
          </Select>
        </Field>
        <Field label={t("list.service")} className="col-span-2 sm:col-span-1 lg:w-52">
          <Select name="service" defaultValue={service ?? ""}>
            <option value="">{t("list.any")}</option>
            {[...new Set([...services, ...(service ? [service] : [])])].map((value) => (
              <option key={value}>{value}</option>
            ))}
          </Select>
        </Field>
        <Field label={past("from")} className="lg:w-40">
          <Input type="date" name="from" defaultValue={from} />
        </Field>
        <Field label={past("to")} className="lg:w-40">
          <Input type="date" name="to" defaultValue={to} />
        </Field>
        <Field label={past("person")} className="col-span-2 sm:col-span-1 lg:w-48">
          <Input name="person" defaultValue={person} autoComplete="off" />
        </Field>
        <div className="col-span-full flex gap-2">
          <Button type="submit">{t("list.filter")}</Button>
          <ButtonLink href="/incidents" variant="ghost">
            {t("list.clear")}
          </ButtonLink>
        </div>
      </form>
    </details>
  );
}
