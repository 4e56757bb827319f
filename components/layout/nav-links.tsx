"use client";
import { usePathname } from "next/navigation";
import { classes } from "@/components/ui/classes";
import { PageLink } from "@/components/ui/page-link";

export type NavEntry = {
  href: string;
  label: string;
  /** How much waits there for the reader, and the same in words. */
  waiting?: { count: number; label: string };
};

/** Links to the parts of the portal; the one we are in is marked for the eye and for screen readers. */
export function NavLinks({ entries, className }: { entries: NavEntry[]; className?: string }) {
  const pathname = usePathname();
  return (
    <ul className={classes("flex", className)}>
      {entries.map(({ href, label, waiting }) => {
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
              {waiting && waiting.count > 0 && (
                <span className="ml-1.5 rounded-full bg-raised px-1.5 text-xs text-ink tabular-nums">
                  <span aria-hidden>{waiting.count > 99 ? "99+" : waiting.count}</span>
                  <span className="sr-only">{waiting.label}</span>
                </span>
              )}
            </PageLink>
          </li>
        );
      })}
    </ul>
  );
}
