"use client";
import { ChevronDown, CircleUser, LogIn } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { ButtonLink } from "@/components/ui/button";
import { PageLink } from "@/components/ui/page-link";
import { SignOutButton } from "./sign-out-button";
import type { Viewer } from "./viewer";

/** Who is signed in, with the way to their account and out; or the way in. A `<details>`, so it opens without JavaScript. */
export function AccountMenu({ viewer }: { viewer: Viewer | null }) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = (event: MouseEvent | KeyboardEvent) => {
      const box = menu.current;
      if (!box?.open) return;
      if (event instanceof KeyboardEvent ? event.key === "Escape" : !box.contains(event.target as Node))
        box.open = false;
    };
    document.addEventListener("click", close);
    document.addEventListener("keydown", close);
    return () => {
      document.removeEventListener("click", close);
      document.removeEventListener("keydown", close);
    };
  }, []);

  if (!viewer) {
    return (
      <ButtonLink
        href={`/sign-in?callbackUrl=${encodeURIComponent(pathname)}`}
        title={t("signIn")}
        className="max-sm:w-9 max-sm:px-0"
      >
        <LogIn aria-hidden className="size-4 sm:hidden" />
        <span className="sr-only sm:not-sr-only">{t("signIn")}</span>
      </ButtonLink>
    );
  }
  const entries = [
    { href: "/account", label: t("account") },
    { href: "/offline", label: t("offline") },
    ...(viewer.role === "admin" ? [{ href: "/admin", label: t("admin") }] : []),
  ];
  return (
    <details ref={menu} className="relative">
      <summary
        aria-label={t("accountOf", { name: viewer.name })}
        title={viewer.name}
        className="flex h-9 w-9 list-none items-center justify-center gap-1 rounded sm:w-20 hover:bg-raised [&::-webkit-details-marker]:hidden"
      >
        <CircleUser aria-hidden className="size-5" />
        <ChevronDown aria-hidden className="hidden size-4 text-muted sm:block" />
      </summary>
      <div className="absolute right-0 z-40 mt-1 w-56 rounded border border-line bg-surface py-1 shadow-lg">
        <p className="border-b border-line px-3 pt-1 pb-2">
          <span className="block truncate font-medium">{viewer.name}</span>
          <span className="block text-sm text-muted">{t(`role.${viewer.role}`)}</span>
        </p>
        <ul className="pt-1">
          {entries.map(({ href, label }) => (
            <li key={href}>
              <PageLink
                href={href}
                className="block px-3 py-2 hover:bg-raised"
                onClick={() => menu.current?.removeAttribute("open")}
              >
                {label}
              </PageLink>
            </li>
          ))}
          <li>
            <SignOutButton />
          </li>
        </ul>
      </div>
    </details>
  );
}
