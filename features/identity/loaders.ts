import { cache } from "react";
import { oidcName } from "@/lib/auth/auth-options";
import { authorize } from "@/lib/auth/policy";
import { returnPath } from "@/lib/auth/return-path";
import type { Role } from "@/lib/auth/roles";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors/app-error";
import { admitted } from "@/lib/http/page-access";
import { pageContext, pageSessionEnded } from "@/lib/http/page-context";
import { peoplePolicy } from "./policy";
import { findMyself, listPeople, listTokens, readAuditLog } from "./queries";
import { AuditPage } from "./schema";
import { signInProblem } from "./sign-in/problem";

/** The signed-in person of this request, for the frame of the page; null for a reader who has not signed in. */
export const loadViewer = cache(async (): Promise<{ id: string | null; name: string; role: Role } | null> => {
  const { actor } = await pageContext();
  return actor.role ? { id: actor.id, name: actor.name, role: actor.role } : null;
});

/** Whether nobody is signed in because the session was ended, for what the device keeps of it. */
export const loadSessionEnded = async (): Promise<boolean> =>
  (await loadViewer()) === null && (await pageSessionEnded());

type Search = Record<string, string | string[] | undefined>;
const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);

/** What the sign-in page needs: where to go afterwards (a path of ours), the provider's name, what went wrong before. */
export async function loadSignIn(search: Search) {
  const { NEXTAUTH_URL } = env();
  const origin = NEXTAUTH_URL && URL.canParse(NEXTAUTH_URL) ? new URL(NEXTAUTH_URL).origin : undefined;
  return {
    viewer: await loadViewer(),
    returnTo: returnPath(one(search.callbackUrl), origin),
    provider: oidcName(),
    problem: signInProblem(one(search.error)),
  };
}

/** Who is signed in; `details` is null while the database is away. */
export const loadAccount = () =>
  admitted("/account", async () => {
    const ctx = await pageContext();
    const { actor } = ctx;
    if (actor.kind !== "person" || !actor.role) throw new AppError("unauthenticated");
    return { name: actor.name, role: actor.role, details: await findMyself(ctx) };
  });

/** Lets administrators pass. */
export const loadAdministration = () =>
  admitted("/admin", async () => authorize(peoplePolicy, "list", (await pageContext()).actor, null));

/** @see listPeople; `me` is the id of whoever looks */
export const loadPeople = () =>
  admitted("/admin/people", async () => {
    const ctx = await pageContext();
    return { ...(await listPeople(ctx)), me: ctx.actor.id };
  });

/** All tokens; whether one has expired is judged by the server's clock. */
export const loadTokens = () =>
  admitted("/admin/tokens", async () => {
    const ctx = await pageContext();
    const { tokens } = await listTokens(ctx);
    const now = ctx.now().toISOString();
    return tokens.map((token) => ({ ...token, expired: token.expiresAt !== null && token.expiresAt <= now }));
  });

/** A page of the audit log; a page number that makes no sense is the first page. */
export const loadAuditLog = (search: Search) =>
  admitted("/admin/audit", async () => {
    const page = AuditPage.safeParse({ before: one(search.before) });
    return readAuditLog(await pageContext(), page.data ?? AuditPage.parse({}));
  });
