import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { PageLink } from "@/components/ui/page-link";
import { Select } from "@/components/ui/select";
import { SubmitOnChange } from "../../components/lists/submit-on-change";
import type { FindingKind } from "../kinds";
import type { ListWorklist, WorklistPage } from "../schema";

type Props = { asked: Partial<ListWorklist>; counts: WorklistPage["counts"] };

/** Narrows the worklist by parameters of its address: a plain form, so it works without JavaScript. */
export function WorklistFilters({ asked, counts }: Props) {
  const t = useTranslations("worklist.filters");
  const kind = useTranslations("worklist.kinds");
  const choices = [
    { name: "owner", label: t("owner"), facet: counts.owner, value: asked.owner, say: (value: string) => value },
    {
      name: "service",
      label: t("service"),
      facet: counts.service,
      value: asked.service,
      say: (value: string) => value,
    },
    {
      name: "kind",
      label: t("kind"),
      facet: counts.kind,
      value: asked.kind,
      say: (value: string) => kind(`${value as FindingKind}.name`),
    },
  ];
  const any = asked.owner || asked.service || asked.kind || asked.mine;
  return (
    <SubmitOnChange action="/worklist" className="mb-5 grid grid-cols-2 items-end gap-3 md:flex md:flex-wrap">
      {asked.state && asked.state !== "open" && <input type="hidden" name="state" value={asked.state} />}
      {choices.map(({ name, label, facet, value, say }) => (
        <Field key={name} label={label} className="min-w-0 md:w-52">
          <Select key={value} name={name} defaultValue={value ?? ""}>
            <option value="">{t("all")}</option>
            {value && !facet.some((one) => one.value === value) && <option value={value}>{say(value)}</option>}
            {facet.map((one) => (
              <option key={one.value} value={one.value}>
                {`${say(one.value)} (${one.count})`}
              </option>
            ))}
          </Select>
        </Field>
      ))}
      <label className="flex h-9 items-center gap-2">
        <input
          key={String(asked.mine)}
          type="checkbox"
          name="mine"
          value="1"
          defaultChecked={asked.mine === "1"}
          className="size-4 accent-accent"
        />
        {t("mine", { count: counts.mine })}
      </label>
      <Button type="submit" className="justify-self-start">
        {t("apply")}
      </Button>
      {any && (
        <PageLink href="/worklist" className="flex h-9 items-center text-accent hover:underline">
          {t("clear")}
        </PageLink>
      )}
    </SubmitOnChange>
  );
}
