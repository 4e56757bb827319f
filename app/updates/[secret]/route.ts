import { script } from "@/features/incidents/share/page/script";
import { closedPage, stakeholderPage } from "@/features/incidents/share/page/stakeholder-page";
import { style } from "@/features/incidents/share/page/style";
import { openShareLink } from "@/features/incidents/share/shown/commands";
import { clientAddress } from "@/lib/auth/client-address";
import { countedOpening } from "@/lib/auth/link-limits";
import { env } from "@/lib/env";
import { openContext } from "@/lib/http/open-context";
import { asAppError } from "@/lib/http/problem";
import { hashSource } from "@/lib/server/content-security-policy";

const headers = {
  "content-type": "text/html; charset=utf-8",
  "cache-control": "no-store",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow",
  "content-security-policy": [
    "default-src 'none'",
    `style-src ${hashSource(style)}`,
    `script-src ${hashSource(script)}`,
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
};

/** What stakeholders see, opened by the secret in the address alone: whoever asks is nobody, signed in or not. */
export async function GET(request: Request, { params }: { params: Promise<{ secret: string }> }): Promise<Response> {
  const { secret } = await params;
  const ctx = openContext(request);
  const { locale } = ctx;
  const address = clientAddress((name) => request.headers.get(name), env().TRUSTED_PROXIES);
  try {
    const shown = await countedOpening(ctx.db, address, () => openShareLink(ctx, secret));
    return shown
      ? new Response(stakeholderPage(shown, locale, ctx.now()), { headers })
      : new Response(closedPage(locale, "gone"), { status: 404, headers });
  } catch (error) {
    const { status, details } = asAppError(error);
    const retry = { "retry-after": String(details.retryAfter ?? 5) };
    return new Response(closedPage(locale, status === 429 ? "slow" : "away"), {
      status,
      headers: { ...headers, ...retry },
    });
  }
}
