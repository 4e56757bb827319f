"use client";
import { usePathname } from "next/navigation";
import { classes } from "@/components/ui/classes";
import { PageLink } from "@/components/ui/page-link";

export type NavEntry = { href: string; label: string };

/** Links to the parts of the portal; the one we are in is marked for the eye and for screen readers. */
export function NavLinks({ entries, className }: { entries: NavEntry[]; className?: string }) {
  const pathname = usePathname();
  return (
    <ul className={classes("flex", className)}>
      {entries.map(({ href, label }) => {
        const here = pathname === href || pathname.startsWith(`${href}/`);
        return (
          <li key={href}>
            <PageLink
              href={href}
              aria-current={here ? "page" : undefined}
              className={classes(
                "flex h-9 items-center rounded px-2.5 text-base font-medium",
                here ? "bg-raised text-ink" : "text-muted hover:bg-raised hover:text-ink",
              )}
            >
              {label}
            </PageLink>
          </li>
        );
      })}
    </ul>
  );
}
