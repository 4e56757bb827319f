import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";

type Claims = { sub: string; email?: string; email_verified?: boolean; name?: string };
type Grant = { nonce: string | null; challenge: string | null; claims: Claims };

/** An OpenID Connect provider for tests, which lets in `who` without asking. It checks PKCE and signs with RS256. */
export async function oidcProvider(client: { id: string; secret: string }) {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const grants = new Map<string, Grant>();
  const state = {
    who: { sub: "1" } as Claims,
    /** Puts something of its own into the token, for hostile tests. */
    tamper: (token: Record<string, unknown>) => token,
  };

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", issuer);
    const answer = (value: unknown, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
    if (url.pathname === "/.well-known/openid-configuration") return answer(discovery(issuer));
    if (url.pathname === "/keys")
      return answer({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }] });
    if (url.pathname === "/authorize") {
      const code = randomUUID();
      const { nonce, code_challenge: challenge, redirect_uri, state: theirs } = Object.fromEntries(url.searchParams);
      grants.set(code, { nonce: nonce ?? null, challenge: challenge ?? null, claims: state.who });
      const location = `${redirect_uri}?${new URLSearchParams({ code, state: theirs ?? "" })}`;
      return response.writeHead(302, { location }).end();
    }
    const form = new URLSearchParams(await text(request));
    const grant = grants.get(form.get("code") ?? "");
    grants.delete(form.get("code") ?? "");
    const verifier = form.get("code_verifier") ?? "";
    const proven = grant?.challenge === createHash("sha256").update(verifier).digest("base64url");
    if (!grant || !proven) return answer({ error: "invalid_grant" }, 400);
    const now = Math.floor(Date.now() / 1_000);
    const token = { iss: issuer, aud: client.id, iat: now, exp: now + 60, nonce: grant.nonce, ...grant.claims };
    return answer({ token_type: "Bearer", access_token: randomUUID(), id_token: jwt(state.tamper(token)) });
  });

  const jwt = (claims: Record<string, unknown>) => {
    const [head, body] = [{ alg: "RS256", kid: "1", typ: "JWT" }, claims].map((part) =>
      Buffer.from(JSON.stringify(part)).toString("base64url"),
    );
    return `${head}.${body}.${sign("sha256", Buffer.from(`${head}.${body}`), privateKey).toString("base64url")}`;
  };

  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { issuer, state, close: () => new Promise((resolve) => server.close(resolve)) };
}

const discovery = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/keys`,
  response_types_supported: ["code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
  code_challenge_methods_supported: ["S256"],
});

async function text(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
}
