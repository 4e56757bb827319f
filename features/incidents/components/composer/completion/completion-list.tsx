"use client";
import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { Face } from "@/components/ui/face";
import type { Offer } from "../../../quick/completion";
import type { Completion } from "./use-completion";

/** The list over the composer. The field keeps the focus; the active line is named to it. */
export function CompletionList({ completion: { offers, active, listId, optionId, take } }: { completion: Completion }) {
  const t = useTranslations("incidents.quickEntry");
  return (
    <>
      <p role="status" className="sr-only">
        {offers.length > 0 && `${t("offers", { count: offers.length })}. ${t("offersHint")}`}
      </p>
      {offers.length > 0 && (
        <div
          id={listId}
          role="listbox"
          aria-label={t("offersList")}
          className="absolute bottom-full left-0 z-20 mb-1 w-full max-w-md overflow-hidden rounded border border-line-strong bg-surface py-1"
        >
          {offers.map((offer, index) => (
            <div
              key={offer.insert}
              id={optionId(index)}
              role="option"
              aria-selected={index === active}
              tabIndex={-1}
              // The field would lose the focus before the click.
              onMouseDown={(event) => {
                event.preventDefault();
                take(index);
              }}
              className={classes(
                "flex min-h-8 cursor-pointer items-center gap-2 px-3 py-1",
                index === active && "bg-accent-soft",
              )}
            >
              <Line offer={offer} />
            </div>
          ))}
        </div>
      )}
    </>
  );
}

function Line({ offer }: { offer: Offer }) {
  const t = useTranslations("incidents.quickEntry");
  switch (offer.type) {
    case "person":
      return (
        <>
          <span aria-hidden>
            <Face name={offer.name} size="sm" />
          </span>
          {offer.name}
        </>
      );
    case "step":
      return (
        <>
          <code className="shrink-0 text-sm">#{offer.id}</code>
          <span className="truncate text-sm text-muted">{t("stepOf", { title: offer.title, run: offer.run })}</span>
        </>
      );
    case "status":
      return offer.word;
    case "verb":
      return (
        <>
          <code className="shrink-0 text-sm">/{offer.word}</code>
          <span className="truncate text-sm text-muted">{t(`verbDoes.${offer.does}`)}</span>
        </>
      );
  }
}
