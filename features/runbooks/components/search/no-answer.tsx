"use client";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { Instead, Offered } from "../../finding/answer";
import { OfferedList } from "./offered-list";

type Props = { q: string; instead: Instead; canEdit: boolean };

/** Characters of a query that become the title of a new runbook. */
const longestTitle = 120;

/** Nothing answers: what comes nearest, how the service begins, and who can write what is missing. */
export function NoAnswer({ q, instead: { nearest, checklists, services }, canEdit }: Props) {
  const t = useTranslations("finding");
  const title = q.split("\n")[0]?.slice(0, longestTitle) ?? "";
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
