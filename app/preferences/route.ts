import { preferenceAge } from "@/components/layout/preferences";
import { localeCookie, locales } from "@/lib/i18n/locale";
import { pickTheme, themeCookie } from "@/lib/theme";

/** Keeps a choice of language or theme for browsers without JavaScript, then shows the same page again. */
export async function POST(request: Request): Promise<Response> {
  const form = await request.formData();
  const headers = new Headers({ location: backTo(request) });
  const keep = (name: string, value: string) =>
    headers.append("set-cookie", `${name}=${value}; Path=/; Max-Age=${preferenceAge}; SameSite=Lax`);
  const locale = locales.find((one) => one === form.get("locale"));
  if (locale) keep(localeCookie, locale);
  if (form.has("theme")) keep(themeCookie, pickTheme(String(form.get("theme"))) ?? "system");
  return new Response(null, { status: 303, headers });
}

// Only the path of the referrer is used, so that nobody is sent to another site.
function backTo(request: Request): string {
  const referrer = request.headers.get("referer") ?? "";
  if (!URL.canParse(referrer)) return "/";
  const { pathname, search } = new URL(referrer);
  return pathname.startsWith("//") ? "/" : pathname + search;
}
