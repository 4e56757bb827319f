import { forgetOthers } from "@/lib/offline/worker/store";

/** Signing in and out as the browser does it, through next-auth's addresses. Never throws. */

/** Why it did not work: a code of the catalogue or of next-auth, with seconds to wait after a dot; `offline` without an answer. */
export type Refused = { error: string };

const secondsToAnswer = 20;

async function post(path: string, fields: Record<string, string>): Promise<{ url: string } | Refused> {
  const signal = AbortSignal.timeout(secondsToAnswer * 1_000);
  try {
    const { csrfToken } = await (await fetch("/api/auth/csrf", { signal })).json();
    const body = new URLSearchParams({ ...fields, csrfToken, json: "true" });
    const answer = await (await fetch(path, { method: "POST", body, signal })).json();
    if (typeof answer.url !== "string") return { error: typeof answer.code === "string" ? answer.code : "internal" };
    const { searchParams } = new URL(answer.url, window.location.href);
    const error = searchParams.get("error") ?? (searchParams.has("csrf") ? "internal" : null);
    return error ? { error } : { url: answer.url };
  } catch {
    return { error: "offline" };
  }
}

/** Signs in with e-mail and password; null when it worked. */
export async function signInWithPassword(email: string, password: string): Promise<Refused | null> {
  const answer = await post("/api/auth/callback/password", { email, password, callbackUrl: "/" });
  return "error" in answer ? answer : null;
}

/** Goes to the identity provider, which sends the person back to `returnTo`. Comes back only when that failed. */
export async function goToProvider(returnTo: string): Promise<Refused> {
  const answer = await post("/api/auth/signin/oidc", { callbackUrl: returnTo });
  if ("error" in answer) return answer;
  window.location.assign(answer.url);
  return new Promise(() => {});
}

/**
 * Ends the session of this browser, takes what was private off it, and goes home.
 * @param forget more to take off, once the session is over
 */
export async function signOut(forget: () => Promise<void>): Promise<Refused | null> {
  const answer = await post("/api/auth/signout", { callbackUrl: "/" });
  if ("error" in answer) return answer;
  // The worker has done so already; a browser in which it does not answer may still hold copies.
  await forgetOthers(null).catch(() => undefined);
  await forget();
  window.location.assign("/");
  return null;
}
