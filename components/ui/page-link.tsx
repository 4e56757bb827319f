import Link from "next/link";
import type { ComponentProps } from "react";

/**
 * A link inside the portal. Nothing is fetched before it is followed: every page is rendered for its reader, and a list of
 * links in sight would cost the server as many pages.
 */
export function PageLink(props: ComponentProps<typeof Link>) {
  return <Link prefetch={false} {...props} />;
}
