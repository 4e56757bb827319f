import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { PageLink } from "@/components/ui/page-link";
import { Select } from "@/components/ui/select";
import type { Facets, Filters } from "../../reading/filters";
import { SubmitOnChange } from "./submit-on-change";

/** Narrows the list by parameters of its address: a plain form, so it works without JavaScript. */
export function FilterForm({ facets, filters }: { facets: Facets; filters: Filters }) {
  const t = useTranslations("reading.list");
  const choices = [
    { name: "service", label: t("service"), values: facets.services, value: filters.service },
    { name: "severity", label: t("severity"), values: facets.severities, value: filters.severity },
    { name: "tag", label: t("tag"), values: facets.tags, value: filters.tag },
    { name: "lang", label: t("lang"), values: facets.langs, value: filters.lang },
  ];
  const any = Object.values(filters).some(Boolean);
  return (
    <SubmitOnChange action="/runbooks" className="mb-6 grid grid-cols-2 items-end gap-3 md:flex md:flex-wrap">
      {choices.map(({ name, label, values, value }) => (
        <Field key={name} label={label} className="min-w-0 md:w-44">
          <Select key={value} name={name} defaultValue={value ?? ""}>
            <option value="">{t("all")}</option>
            {values.map((one) => (
              <option key={one} value={one}>
                {one}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <label className="flex h-9 items-center gap-2">
        <input
          key={String(filters.overdue)}
          type="checkbox"
          name="overdue"
          value="1"
          defaultChecked={filters.overdue}
          className="size-4 accent-accent"
        />
        {t("overdue")}
      </label>
      <Button type="submit">{t("apply")}</Button>
      {any && (
        <PageLink href="/runbooks" className="flex h-9 items-center text-accent hover:underline">
          {t("clear")}
        </PageLink>
      )}
    </SubmitOnChange>
  );
}
