import { env } from "@/lib/env";
import { readerBundle, readerClasses } from "../reader-bundle";
import { type HeaderOptions, securityHeaders } from "../security-headers";
import { captureOf } from "./capture";
import { inlineStyles } from "./inline-styles";
import { members } from "./members";
import { type AnswerPage, type PageCacheOptions, pageCache } from "./page-cache";

type Parts = Pick<PageCacheOptions, "freshness" | "count"> & {
  root: string;
  pages: Parameters<typeof captureOf>[0];
  policy: HeaderOptions;
};

/** The page cache of a portal; one that answers nothing while developing, where pages change with each line of code. */
export async function portalPages({ root, pages, policy, ...parts }: Parts): Promise<AnswerPage> {
  if (policy.dev) return () => false;
  return pageCache({
    ...parts,
    scripts: await readerBundle(root),
    styles: inlineStyles(root, await readerClasses(root)),
    capture: captureOf(pages),
    members: env().READ_ACCESS === "members" ? members() : null,
    headers: securityHeaders(policy),
  });
}
