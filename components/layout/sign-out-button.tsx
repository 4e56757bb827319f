"use client";
import { useTranslations } from "next-intl";
import { signOut } from "@/lib/session-client";

/** Ends the session at once; where that fails, the account page says why. */
export function SignOutButton() {
  const t = useTranslations("shell");
  const leave = async () => {
    if (await signOut()) window.location.assign("/account");
  };
  return (
    <button type="button" onClick={leave} className="block w-full px-3 py-2 text-left hover:bg-raised">
      {t("signOut")}
    </button>
  );
}
