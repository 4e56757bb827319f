import { runbookHref } from "../../links";

type Place = { path: string; anchor: string; title: string; service: string; lang?: string; note?: string };

/** Places of runbooks under a heading; a runbook's page is a document of its own. */
export function OfferedList({ heading, places }: { heading: string; places: Place[] }) {
  return (
    <section aria-label={heading}>
      <h2 className="mb-1 text-sm font-semibold text-muted">{heading}</h2>
      <ul className="divide-y divide-line border-y border-line">
        {places.map(({ path, anchor, title, service, lang, note }) => (
          <li key={`${path}#${anchor}`}>
            <a
              href={runbookHref(path, anchor)}
              data-result={`${path}#${anchor}`}
              className="-mx-3 flex flex-wrap items-baseline gap-x-2 rounded px-3 py-2 -outline-offset-2 hover:bg-raised focus-visible:bg-raised"
            >
              <span lang={lang} className="font-medium text-accent wrap-anywhere">
                {title}
              </span>
              <span className="text-sm text-muted">{service}</span>
              {note && <span className="ml-auto text-sm text-muted">{note}</span>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
