import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import type { Asked } from "../../search/address";

/** The search field over the incidents: a plain GET form that keeps the filters which are set. */
export function IncidentSearchForm({ asked: { q, cursor: _, ...kept } }: { asked: Asked }) {
  const t = useTranslations("incidents.past.search");
  return (
    <search>
      <form method="get" action="/incidents" className="mb-3">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <div className="flex gap-2">
          <div className="relative min-w-0 flex-1">
            <Search
              aria-hidden
              className="pointer-events-none absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted"
            />
            <Input
              type="search"
              name="q"
              defaultValue={q}
              maxLength={4_000}
              aria-label={t("label")}
              aria-describedby="incident-search-hint"
              placeholder={t("placeholder")}
              autoComplete="off"
              spellCheck={false}
              enterKeyHint="search"
              className="h-11 pl-9"
            />
          </div>
          <Button type="submit" variant="primary" className="h-11">
            {t("submit")}
          </Button>
        </div>
        <p id="incident-search-hint" className="mt-1 text-xs text-muted">
          {t("hint")}
        </p>
      </form>
    </search>
  );
}
