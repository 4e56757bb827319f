import type { NextRequest } from "next/server";
import nextAuth from "next-auth";
import { signInWithProvider } from "@/features/identity/provider/commands";
import { ProviderClaims, SignIn } from "@/features/identity/schema";
import { signInWithPassword } from "@/features/identity/sign-in/commands";
import { authOptions } from "@/lib/auth/auth-options";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors/app-error";
import { localeOf, parse, requestContext } from "@/lib/http/endpoint";
import { asAppError, problem } from "@/lib/http/problem";

type Params = { params: Promise<{ nextauth: string[] }> };

// Of next-auth's addresses only those that signing in and out need: its others prolong sessions, print pages or write logs.
const offered: Record<string, string[]> = {
  GET: ["csrf", "signin", "signout", "callback", "error"],
  POST: ["signin", "callback", "signout"],
};

async function handle(request: NextRequest, { params }: Params): Promise<Response> {
  try {
    const action = (await params).nextauth[0] ?? "";
    if (!offered[request.method]?.includes(action)) throw new AppError("not_found");
    const ctx = await requestContext(request);
    const recognise = {
      password: (attempt: unknown) => signInWithPassword(ctx, parse(SignIn, attempt)),
      provider: (claims: unknown) => signInWithProvider(ctx, parse(ProviderClaims, claims), env().OIDC_DEFAULT_ROLE),
    };
    const options = authOptions(recognise, (name) => request.headers.get(name));
    const response: Response = await nextAuth(request, { params }, options);
    response.headers.set("cache-control", "no-store");
    // Not "storage": what somebody wrote and the network has not taken yet is kept there, and nothing written may be lost.
    if (action === "signout" && request.method === "POST") response.headers.set("clear-site-data", '"cache"');
    return response;
  } catch (error) {
    return problem(asAppError(error), localeOf(request));
  }
}

export { handle as GET, handle as POST };
