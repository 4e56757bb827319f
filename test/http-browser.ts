/** A browser as far as signing in goes: it keeps cookies and follows nothing by itself. */
export function httpBrowser(base: string) {
  const jar = new Map<string, string>();
  async function ask(path: string, init: RequestInit & { form?: Record<string, string> } = {}) {
    const { form, ...rest } = init;
    const headers = new Headers(rest.headers);
    headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
    if (form) headers.set("sec-fetch-site", "same-origin");
    const response = await fetch(new URL(path, base), {
      redirect: "manual",
      ...rest,
      ...(form ? { method: "POST", body: new URLSearchParams(form) } : {}),
      headers,
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      if (value && !/expires=thu, 01 jan 1970/i.test(cookie)) jar.set(name, value);
      else jar.delete(name);
    }
    return response;
  }
  const csrf = async () => (await (await ask("/api/auth/csrf")).json()).csrfToken as string;
  return {
    ask,
    jar,
    /** Where a password leads: `/`, or `/api/auth/error?error=…`. */
    async signIn(email: string, password: string): Promise<string> {
      const form = { email, password, csrfToken: await csrf(), json: "true" };
      return (await (await ask("/api/auth/callback/password", { form })).json()).url;
    },
    /** The provider's page that the portal sends to. */
    async toProvider(): Promise<string> {
      const form = { csrfToken: await csrf(), json: "true", callbackUrl: "/account" };
      return (await (await ask("/api/auth/signin/oidc", { form })).json()).url;
    },
    whoami: async () => (await ask("/api/v1/me")).json(),
  };
}
