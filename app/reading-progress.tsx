import { getTranslations } from "next-intl/server";
import { RefreshWhileReading } from "@/features/runbooks/components/lists/refresh-while-reading";
import { loadLibraryProgress } from "@/features/runbooks/library/loaders";

/** How far a large library is on its first reading; nothing once it has been read. It goes on by itself, also without JavaScript. */
export async function ReadingProgress() {
  const progress = loadLibraryProgress();
  if (!progress) return null;
  const t = await getTranslations("reading.large");
  const said = t("progress", progress);
  return (
    <section aria-label={t("title")} className="mb-6 rounded border border-line bg-raised px-4 py-3">
      <p className="mb-1.5 font-semibold tabular-nums">{said}</p>
      <progress
        aria-label={t("title")}
        max={progress.total}
        value={progress.read}
        className="block h-2 w-full accent-accent"
      >
        {said}
      </progress>
      <p className="mt-1.5 text-sm text-muted">{t("hint")}</p>
      <RefreshWhileReading told={t("progress", { ...progress, read: inTenths(progress) })} />
      <noscript>
        <meta httpEquiv="refresh" content="5" />
      </noscript>
    </section>
  );
}

const inTenths = ({ read, total }: { read: number; total: number }) => {
  const tenth = Math.max(1, Math.floor(total / 10));
  return Math.floor(read / tenth) * tenth;
};
