import Link from "next/link";
import type { ComponentProps } from "react";

/**
 * A link inside the portal. Nothing is fetched before it is followed: every page is rendered for its reader, and a list of
 * links in sight would cost the server as many pages.
 */
export function PageLink(props: ComponentProps<typeof Link>) {
  const { href, prefetch: _prefetch, replace: _replace, scroll: _scroll, ...rest } = props;
  if (typeof href === "string" && runbookPage.test(href)) return <a href={href} {...(rest as ComponentProps<"a">)} />;
  return <Link prefetch={false} {...props} />;
}

// Served from memory, complete and small: loading it as a whole is quicker than having Next fetch what has changed.
const runbookPage = /^\/runbooks\/[^/?#]+\/[^/?#]+([?#]|$)/;
