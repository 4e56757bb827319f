"use client";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Instead, Offered } from "../../finding/answer";
import type { TypedFilter } from "../../search/filters";
import { OfferedList } from "./offered-list";

type Props = { q: string; filters: TypedFilter[]; instead: Instead; canEdit: boolean };

/** Characters of a query that become the title of a new runbook. */
const longestTitle = 120;

/** Nothing answers: what comes nearest, how the service begins, and who can write what is missing. */
export function NoAnswer({ q, filters, instead: { nearest, checklists, services }, canEdit }: Props) {
  const t = useTranslations("finding");
  const words = filters.reduce((left, { typed }) => left.replace(typed, ""), q.split("\n")[0] ?? "");
  const title = words.replace(/\s+/g, " ").trim().slice(0, longestTitle);
  const [service = ""] = services;
  const write = `/runbooks/new?${new URLSearchParams({ title, ...(service ? { service } : {}) })}`;
  return (
    <div className="grid gap-6">
      <EmptyState
        title={t("none")}
        action={
          <>
            {canEdit && (
              <ButtonLink href={write} variant="primary">
                {t("write")}
              </ButtonLink>
            )}
            <ButtonLink href="/runbooks">{t("browse")}</ButtonLink>
          </>
        }
      >
        <ul className="mx-auto max-w-md list-disc pl-5 text-left">
          <li>{t("tip.fewer")}</li>
          <li>{t("tip.line")}</li>
          <li>{t("tip.language")}</li>
        </ul>
        {!canEdit && <p className="mt-3">{t("editorsSee")}</p>}
      </EmptyState>
      <Offers heading={t("nearest")} places={nearest} />
      <Offers heading={t("checklists", { service })} places={checklists} />
    </div>
  );
}

function Offers({ heading, places }: { heading: string; places: Offered[] }) {
  if (places.length === 0) return null;
  return <OfferedList heading={heading} places={places} />;
}
