import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PageHeader } from "@/components/ui/page-header";
import { RelativeTime } from "@/components/ui/time";

type Props = {
  asked: { service: string; file: string; title: string };
  state: "asked" | "invalid" | "taken" | "free";
  services: string[];
  drafts: { path: string; updatedAt: string }[];
};

const kebab = "[a-z0-9]+(-[a-z0-9]+)*";

/** Where a new runbook goes. A plain form: the page answers with the editor, or says what is wrong with the path. */
export function NewRunbookForm({ asked, state, services, drafts }: Props) {
  const t = useTranslations("editing.new");
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t("title")} description={t("description")} />
      <form method="get" action="/runbooks/new" className="grid gap-4">
        <Field label={t("name")} required>
          <Input name="title" defaultValue={asked.title} maxLength={300} autoFocus={asked.title === ""} />
        </Field>
        <Field
          label={t("service")}
          hint={t("serviceHint")}
          error={state === "invalid" ? t("invalid") : undefined}
          required
        >
          <Input
            name="service"
            defaultValue={asked.service}
            maxLength={80}
            pattern={kebab}
            list="services"
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
        <datalist id="services">
          {services.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Field
          label={t("file")}
          hint={t("fileHint")}
          error={
            state === "taken" ? (
              <>
                {t("taken")} <Link href={`/runbooks/${asked.service}/${asked.file}/edit`}>{t("editIt")}</Link>
              </>
            ) : undefined
          }
          required
        >
          <Input
            name="file"
            defaultValue={asked.file}
            maxLength={80}
            pattern={kebab}
            autoComplete="off"
            spellCheck={false}
          />
        </Field>
        <div className="flex justify-end gap-2">
          <ButtonLink href="/runbooks">{t("cancel")}</ButtonLink>
          <Button type="submit" variant="primary">
            {t("open")}
          </Button>
        </div>
      </form>
      {drafts.length > 0 && (
        <section className="mt-8">
          <h2 className="mb-2 text-lg font-semibold">{t("drafts")}</h2>
          <ul className="divide-y divide-line rounded border border-line">
            {drafts.map(({ path, updatedAt }) => (
              <li key={path} className="flex flex-wrap justify-between gap-2 px-3 py-2">
                <Link href={`/runbooks/${path}/edit`} className="wrap-anywhere">
                  {path}
                </Link>
                <span className="text-muted">
                  <RelativeTime at={updatedAt} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
