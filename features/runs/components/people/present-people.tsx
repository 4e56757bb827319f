"use client";
import { useTranslations } from "next-intl";
import { Face } from "@/components/ui/face";
import { useLiveRun } from "../live/live-run";

/** Faces shown before the rest becomes a number. */
const most = 5;

/** Who else has the run open, and where they are. Its line is always there, so nothing jumps when somebody comes. */
export function PresentPeople() {
  const t = useTranslations("runs.presence");
  const { people, run, me, show } = useLiveRun();
  const others = people.filter(({ id }) => id !== me.id);
  const titleOf = (place: string | undefined) => run.steps.find(({ id }) => id === place)?.title;
  return (
    <div className="flex min-h-7 flex-wrap items-center gap-x-2 gap-y-1 text-sm text-muted">
      {others.length === 0 ? (
        <span>{t("alone")}</span>
      ) : (
        <>
          <span>{t("here")}</span>
          <ul aria-label={t("list")} className="flex flex-wrap items-center gap-x-3 gap-y-1">
            {others.slice(0, most).map(({ id, name, places: [place] }) => {
              const title = titleOf(place);
              return (
                <li key={id} className="flex min-w-0 items-center gap-1.5">
                  <span aria-hidden>
                    <Face name={name} />
                  </span>
                  <span className="text-ink">{name}</span>
                  {title && place && (
                    <button type="button" className="max-w-48 truncate hover:underline" onClick={() => show(place)}>
                      {t("at", { title })}
                    </button>
                  )}
                </li>
              );
            })}
          </ul>
          {others.length > most && <span>{t("more", { count: others.length - most })}</span>}
        </>
      )}
    </div>
  );
}
