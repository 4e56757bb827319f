import { createHmac, timingSafeEqual } from "node:crypto";

/** Where hosts of repositories put an HMAC-SHA256 of the body: GitHub, Bitbucket, Gitea, Forgejo. */
const signatureHeaders = ["x-hub-signature-256", "x-hub-signature", "x-gitea-signature", "x-forgejo-signature"];

/** GitLab sends the secret itself. */
const secretHeader = "x-gitlab-token";

/**
 * Whether whoever sent this body knows the secret.
 * @param header reads one header of the request
 * @param body its bytes exactly as they came
 * @see https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
 */
export function isFromHost(header: (name: string) => string | null, body: Uint8Array, secret: string): boolean {
  const expected = createHmac("sha256", secret).update(body).digest("hex");
  const signed = signatureHeaders.some((name) => {
    const given = header(name);
    return (
      given !== null &&
      isSame(
        given
          .trim()
          .replace(/^sha256=/i, "")
          .toLowerCase(),
        expected,
      )
    );
  });
  const token = header(secretHeader);
  return signed || (token !== null && isSame(token, secret));
}

/** Takes as long for a near miss as for a far one. */
function isSame(given: string, expected: string): boolean {
  const digest = (text: string) => createHmac("sha256", "compare").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
