import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { severities } from "@/lib/severity";
import { incidentKinds, incidentStatuses, type ListIncidents } from "../../schema";

/** Filters as a plain GET form: an address says what is shown, and it works without JavaScript. */
export function IncidentFilters({ filters, services }: { filters: ListIncidents; services: string[] }) {
  const t = useTranslations("incidents");
  return (
    <form method="get" action="/incidents" className="mb-4 grid grid-cols-2 items-end gap-3 sm:flex sm:flex-wrap">
      <Field label={t("list.search")} className="col-span-2 sm:w-56">
        <Input type="search" name="q" defaultValue={filters.q} />
      </Field>
      <Field label={t("list.status")} className="sm:w-40">
        <Select name="status" defaultValue={filters.status}>
          <option value="active">{t("list.active")}</option>
          <option value="all">{t("list.any")}</option>
          {incidentStatuses.map((status) => (
            <option key={status} value={status}>
              {t(`status.${status}`)}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={t("list.severity")} className="sm:w-32">
        <Select name="severity" defaultValue={filters.severity ?? ""}>
          <option value="">{t("list.any")}</option>
          {severities.map((severity) => (
            <option key={severity}>{severity}</option>
          ))}
        </Select>
      </Field>
      <Field label={t("list.service")} className="sm:w-52">
        <Select name="service" defaultValue={filters.service ?? ""}>
          <option value="">{t("list.any")}</option>
          {services.map((service) => (
            <option key={service}>{service}</option>
          ))}
        </Select>
      </Field>
      <Field label={t("list.kind")} className="sm:w-36">
        <Select name="kind" defaultValue={filters.kind ?? ""}>
          <option value="">{t("list.any")}</option>
          {incidentKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </Select>
      </Field>
      <div className="col-span-2 flex gap-2">
        <Button type="submit">{t("list.filter")}</Button>
        <ButtonLink href="/incidents" variant="ghost">
          {t("list.clear")}
        </ButtonLink>
      </div>
    </form>
  );
}
