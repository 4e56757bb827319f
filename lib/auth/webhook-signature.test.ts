import { createHmac } from "node:crypto";
import { describe, expect, test } from "vitest";
import { isFromHost } from "./webhook-signature";

const secret = "un secreto largo";
const body = Buffer.from('{"ref":"refs/heads/main","señal":"ñ"}');
const hmac = (of: Uint8Array, key = secret) => createHmac("sha256", key).update(of).digest("hex");
const heard = (headers: Record<string, string>, bytes: Uint8Array = body) =>
  isFromHost((name) => headers[name] ?? null, bytes, secret);

describe("a call of the repository's host", () => {
  test.for([
    ["GitHub", { "x-hub-signature-256": `sha256=${hmac(body)}` }],
    ["Bitbucket", { "x-hub-signature": `sha256=${hmac(body)}` }],
    ["Gitea", { "x-gitea-signature": hmac(body) }],
    ["Forgejo, in capitals", { "x-forgejo-signature": hmac(body).toUpperCase() }],
    ["GitLab", { "x-gitlab-token": secret }],
  ] as const)("is believed as %s signs it", ([, headers]) => {
    expect(heard(headers)).toBe(true);
  });

  test.for([
    ["with nothing", {}],
    ["with an empty signature", { "x-hub-signature-256": "sha256=" }],
    ["with the signature of another body", { "x-hub-signature-256": `sha256=${hmac(Buffer.from("{}"))}` }],
    ["with another secret", { "x-hub-signature-256": `sha256=${hmac(body, "otro")}` }],
    ["with the older SHA-1", { "x-hub-signature": `sha1=${createHmac("sha1", secret).update(body).digest("hex")}` }],
    ["with half of the token", { "x-gitlab-token": secret.slice(0, 4) }],
    ["with the signature where the token belongs", { "x-gitlab-token": hmac(body) }],
  ] as const)("is not believed %s", ([, headers]) => {
    expect(heard(headers)).toBe(false);
  });

  test("is read byte for byte", () => {
    const signature = { "x-hub-signature-256": `sha256=${hmac(body)}` };
    expect(heard(signature, Buffer.concat([body, Buffer.from(" ")]))).toBe(false);
  });
});
