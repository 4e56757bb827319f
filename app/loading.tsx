import { useTranslations } from "next-intl";

export default function Loading() {
  const t = useTranslations("ui");
  return (
    <div role="status" className="py-6">
      <span className="sr-only">{t("loading")}</span>
      <div className="h-9 w-72 max-w-full rounded bg-raised" />
      <div className="mt-6 grid gap-3">
        {[88, 72, 80, 64].map((width) => (
          <div key={width} className="h-5 rounded bg-raised" style={{ width: `${width}%` }} />
        ))}
      </div>
    </div>
  );
}
