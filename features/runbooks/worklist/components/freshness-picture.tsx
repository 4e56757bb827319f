import { useTranslations } from "next-intl";
import { classes } from "@/components/ui/classes";
import { PageLink } from "@/components/ui/page-link";
import type { Freshness, ServiceFreshness } from "../sources/review";

/** What each part of a bar is, the worst first. Hatching tells two of them apart without their colours. */
const parts: { of: Freshness; look: string }[] = [
  { of: "overdue", look: "bg-danger" },
  { of: "never", look: "bg-[repeating-linear-gradient(45deg,var(--color-warning)_0_3px,transparent_3px_6px)]" },
  { of: "soon", look: "bg-warning" },
  { of: "fresh", look: "bg-success" },
  { of: "unplanned", look: "bg-line" },
];
const shown = 6;

/** How fresh the runbooks of each service are: a bar, and the same in words. */
export function FreshnessPicture({ services }: { services: ServiceFreshness[] }) {
  const t = useTranslations("worklist.freshness");
  if (services.length === 0) return null;
  const rest = services.slice(shown);
  return (
    <section aria-labelledby="freshness" className="mb-8">
      <h2 id="freshness" className="mb-2 text-lg font-semibold">
        {t("title")}
      </h2>
      <ul className="grid gap-x-8 gap-y-3 sm:grid-cols-2 xl:grid-cols-3">
        {services.slice(0, shown).map((one) => (
          <Bar key={one.service} counts={one} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details className="mt-3">
          <summary className="cursor-pointer text-accent">{t("more", { count: rest.length })}</summary>
          <ul className="mt-3 grid gap-x-8 gap-y-3 sm:grid-cols-2 xl:grid-cols-3">
            {rest.map((one) => (
              <Bar key={one.service} counts={one} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Bar({ counts }: { counts: ServiceFreshness }) {
  const t = useTranslations("worklist.freshness");
  const there = parts.filter(({ of }) => counts[of] > 0);
  return (
    <li>
      <PageLink href={`/worklist?service=${counts.service}`} className="font-medium hover:underline">
        {counts.service}
      </PageLink>
      <div aria-hidden className="mt-1 flex h-2 gap-0.5 overflow-hidden rounded-full">
        {there.map(({ of, look }) => (
          <span key={of} className={classes("h-full min-w-1 basis-0", look)} style={{ flexGrow: counts[of] }} />
        ))}
      </div>
      <p className="mt-0.5 text-sm text-muted">{there.map(({ of }) => t(of, { count: counts[of] })).join(" · ")}</p>
    </li>
  );
}
