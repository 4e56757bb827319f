"use client";
import { useTranslations } from "next-intl";
import { useLeaving } from "./offline/leaving";

/** Ends the session at once; where that fails, the account page says why. */
export function SignOutButton() {
  const t = useTranslations("shell");
  const { leave, question } = useLeaving();
  const go = async () => {
    if (await leave()) window.location.assign("/account");
  };
  return (
    <>
      <button type="button" onClick={go} className="block w-full px-3 py-2 text-left hover:bg-raised">
        {t("signOut")}
      </button>
      {question}
    </>
  );
}
