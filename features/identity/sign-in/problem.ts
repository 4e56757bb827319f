import { catalogue, type ErrorCode } from "@/lib/errors/catalogue";

/** What the sign-in page says: a catalogue code, or one of its own sentences. */
export type SignInProblem = { code: ErrorCode | "offline" | "provider_failed"; retryMinutes: number | null };

// next-auth's own names (`pages.error` of its documentation); the rest of them concern e-mail links, which we do not send.
const nextAuthCodes = new Map<string, SignInProblem["code"]>([
  ["CredentialsSignin", "sign_in_failed"],
  ["SessionRequired", "unauthenticated"],
  ["AccessDenied", "forbidden"],
]);

/** Reads what came back from signing in: `rate_limited.840`, `CredentialsSignin`, `OAuthCallback`… Null when nothing did. */
export function signInProblem(error: string | null | undefined): SignInProblem | null {
  if (!error) return null;
  const [name = "", seconds] = error.split(".");
  const code = nextAuthCodes.get(name) ?? (name === "offline" || isCode(name) ? name : "provider_failed");
  return { code, retryMinutes: Number(seconds) > 0 ? Math.ceil(Number(seconds) / 60) : null };
}

const isCode = (name: string): name is ErrorCode => Object.hasOwn(catalogue, name);
