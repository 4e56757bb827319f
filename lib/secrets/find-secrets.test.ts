import { describe, expect, test } from "vitest";
import { findSecrets } from "./find-secrets";
import { maskSecrets } from "./mask-secrets";

// Put together here, so that no scanner of repositories takes the examples for leaks.
const letters = "aB3dE5fG7hJ9kL1mN3pQ5rS7tU9vW1xY3zA5";
const jwt = ["eyJhbGciOiJIUzI1NiJ9", "eyJzdWIiOiIxMjM0In0", "dozjgNryP4J3jVmNHl0w5N_XgL0n3I9P"].join(".");
const pem = (end: string) => `-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA7\nabc\n${end}`;

describe("finds for certain", () => {
  test.each([
    ["a GitHub token", `remote: ghp_${letters}`, "remote: ••••••"],
    ["a fine-grained GitHub token", `x github_pat_${letters} y`, "x •••••• y"],
    ["a GitLab token", `PRIVATE-TOKEN: glpat-${letters.slice(0, 20)}`, "PRIVATE-TOKEN: ••••••"],
    ["a Slack token", `xoxb-${"123456789012-"}${letters.slice(0, 24)}`, "••••••"],
    [
      "a Slack webhook",
      `curl https://hooks.slack.com/services/T00000001/B00000001/${letters.slice(0, 24)}`,
      "curl https://hooks.slack.com/services/••••••",
    ],
    ["an AWS key id", `id AKIA${"Q3EGRZ5WYFJ2MPLD"} ok`, "id •••••• ok"],
    ["an AWS secret", `aws_secret_access_key = ${letters}ab/+`, "aws_secret_access_key = ••••••"],
    ["a Google key", `key=AIza${letters.slice(0, 35)}`, "key=••••••"],
    ["a Stripe key", `sk_live_${letters.slice(0, 24)}`, "••••••"],
    ["a token of this portal", `Bearer bit_${letters}abcdefg`, "Bearer ••••••"],
    ["a password in a URL", "curl https://user:pass@host/x", "curl https://user:••••••@host/x"],
    ["one in a connection string", "postgres://app:s3cr3t@db:5432/x", "postgres://app:••••••@db:5432/x"],
    ["one without a user", "redis://:hunter2@cache:6379", "redis://:••••••@cache:6379"],
    ["a bearer header", "> Authorization: Bearer abc.def-123", "> Authorization: Bearer ••••••"],
    [
      "a basic header in a command",
      `curl -H "Authorization: Basic dXNlcjpwYXNz"`,
      `curl -H "Authorization: Basic ••••••"`,
    ],
    ["a header in JSON", `{"authorization":"Bearer abcdef"}`, `{"authorization":"Bearer ••••••"}`],
    ["a cookie", "Cookie: sid=abc123; theme=dark", "Cookie: ••••••"],
    ["a cookie being set", "< Set-Cookie: session=s%3Aabc.def; Path=/", "< Set-Cookie: ••••••"],
    ["an API key's header", "X-Api-Key: 9f8e7d6c5b4a", "X-Api-Key: ••••••"],
    ["a JWT", `sesión ${jwt} válida`, "sesión •••••• válida"],
    ["a private key", `${pem("-----END RSA PRIVATE KEY-----")}\nfin`, "••••••\nfin"],
    ["a private key that was cut", `antes\n${pem("MIIE")}`, "antes\n••••••"],
    ["a password in the environment", "DB_PASSWORD=hunter2x", "DB_PASSWORD=••••••"],
    ["one with a suffix", "PASSWORD_PROD='Verano-2024'", "PASSWORD_PROD='••••••'"],
    ["one in YAML", `  password: "tr0ub4dor&3"`, `  password: "••••••"`],
    ["one in JSON", `{"password": "p4ssw0rd!x"}`, `{"password": "••••••"}`],
    ["one in Spanish", "la contraseña: Verano2024!", "la contraseña: ••••••"],
    ["another in Spanish", "contraseña=abc12345", "contraseña=••••••"],
    ["a key in Spanish", "clave=Xk29dkq1", "clave=••••••"],
    ["a generic token", `token: ${letters.slice(0, 24)}`, "token: ••••••"],
    ["an ADO connection string", "Server=db;User Id=sa;Password=P4ss.w0rd;", "Server=db;User Id=sa;Password=••••••;"],
    ["an Azure account key", `AccountKey=${letters}==;`, "AccountKey=••••••;"],
    ["curl's user", "curl -u admin:s3cret99 http://x", "curl -u admin:•••••• http://x"],
    ["a psql password", "PGPASSWORD=q1w2e3r4 psql -h db", "PGPASSWORD=•••••• psql -h db"],
    [
      "several",
      "A_TOKEN=abc\nhttps://a:b1@c\nDB_PASSWORD=zx81zx81",
      "A_TOKEN=abc\nhttps://a:••••••@c\nDB_PASSWORD=••••••",
    ],
  ])("%s", (_, text, masked) => {
    expect(maskSecrets(text)).toBe(masked);
    expect(findSecrets(maskSecrets(text)).filter(({ certain }) => certain)).toEqual([]);
  });
});

describe("asks a person", () => {
  test.each([
    ["about a word that was assigned", "password=correcthorse"],
    ["about a short value that was assigned to a token", "SECRET=abc123"],
  ])("%s", (_, text) => {
    expect(findSecrets(text)).toMatchObject([{ kind: "assignment", certain: false }]);
  });
});

describe("leaves alone", () => {
  test.each([
    ["a git hash", "commit 9fceb02d0ae598e95dc970b74767f19372d61af8"],
    ["a UUID", "request 3f2504e0-4f89-41d3-9a0c-0305e82c3301 token=3f2504e0-4f89-41d3-9a0c-0305e82c3301"],
    ["an image in base64", `data:image/png;base64,iVBORw0KGgo/AKIA${"Q3EGRZ5WYFJ2MPLD"}+token=abcdefgh12345678`],
    ["a prompt", "Password: \nLast login: Mon Jan 12"],
    ["a prompt for a user", "user@host's password: "],
    ["a digest of an image", "nginx@sha256:0d17b565c37bcbd895e9d92315a05c1c3c9a29f762b011a10c54a66cd53c9b31"],
    ["a checksum", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  file"],
    [
      "placeholders",
      "Authorization: Bearer <token> Authorization: Bearer $TOKEN password=${DB_PASSWORD} https://u:<pass>@h",
    ],
    ["what is masked already", "Bearer •••••• password=****** https://u:••••••@h token: [REDACTED]"],
    ["a sentence", "la contraseña: incorrecta; password: wrong; token: expired; the secret: none"],
    ["numbers about tokens", "max_tokens=4096 token_count: 1532 token_type=bearer password_length=12"],
    ["where a secret is", "POSTGRES_PASSWORD_FILE=/run/secrets/db1 token_url=https://h/x1 secret: vault:kv/db1"],
    ["an error about a password", 'FATAL: password authentication failed for user "agente"'],
    ["an address with a port", "http://localhost:8002/health user@10.0.0.1:22 git@github.com:a/b.git"],
    ["a time of day with @", "https://grafana:3000/d/x?at=10:20@utc"],
    ["a header that failed", "Authorization: failed, Authorization header required"],
    ["JSON of a health check", '{"status": "healthy", "db": true, "uptime": 12345, "token": null}'],
    ["a Kubernetes pod", "agente-api-7d9c5b6f4d-x2x7k 1/1 Running 0 3d"],
    ["ordinary Spanish", "Reiniciado db-2, sin errores. Las claves: calma y orden."],
  ])("%s", (_, text) => {
    expect(findSecrets(text)).toEqual([]);
  });
});

test("says what and where, in UTF-16 units", () => {
  expect(findSecrets("🔑 https://u:p4ss@h")).toEqual([{ kind: "url_password", from: 13, to: 17, certain: true }]);
});

describe("a megabyte that was made to hang", () => {
  test.each([
    "eyJ-",
    "eyJaaaaaaaaaa.",
    "ghp_",
    "glpat-aaaaaaaaaaaaaaaaaaa ",
    "a://",
    "https://a:",
    "password=",
    "password:\t\t\t",
    "-----BEGIN PRIVATE KEY-----",
    "authorization: ",
    "cookie: a=",
    "AIza",
    "a",
    '"',
    'token="',
    "data:image/png;base64,A ",
    "x:y@",
    "sk-",
    "-u a:",
  ])("%j over and over", (piece) => {
    const text = piece.repeat(Math.ceil(1_000_000 / piece.length));
    const begun = performance.now();
    findSecrets(text);
    expect(performance.now() - begun).toBeLessThan(3_000);
  });
});
