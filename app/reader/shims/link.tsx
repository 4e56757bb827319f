import type { ComponentProps } from "react";

type Props = ComponentProps<"a"> & { href: string; prefetch?: boolean | null; replace?: boolean; scroll?: boolean };

/** `next/link` on a page from memory: every link loads its page as a whole. */
export default function Link({ prefetch: _prefetch, replace: _replace, scroll: _scroll, ...rest }: Props) {
  return <a {...rest} />;
}
