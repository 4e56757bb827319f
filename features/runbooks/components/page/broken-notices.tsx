import { useTranslations } from "next-intl";
import { BrokenNotice, type BrokenNoticeProps } from "./broken-notice";

/** As many notices as somebody reads before what they came for. */
const shown = 5;

/** The files that are refused, the first of them in full. */
export function BrokenNotices({ broken }: { broken: BrokenNoticeProps[] }) {
  const t = useTranslations("reading.large");
  return (
    <div className="mb-6 grid gap-3 empty:hidden">
      {broken.slice(0, shown).map((one) => (
        <BrokenNotice key={one.path} {...one} />
      ))}
      {broken.length > shown && <p className="text-muted">{t("moreBroken", { count: broken.length - shown })}</p>}
    </div>
  );
}
