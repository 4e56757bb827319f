import { isPlaceholder, shapeOf } from "./secret-value";

export const secretKinds = [
  "token",
  "cloud_key",
  "private_key",
  "jwt",
  "url_password",
  "header",
  "cookie",
  "assignment",
] as const;
export type SecretKind = (typeof secretKinds)[number];

export type Pattern = {
  kind: SecretKind;
  /** Global, with the secret itself in the group `secret` where it is not the whole match. */
  pattern: RegExp;
  /** `certain`: nobody writes this by chance; `possible`: worth asking; null: none after all. Default: certain. */
  judge?: (secret: string, match: RegExpExecArray) => "certain" | "possible" | null;
};

const unlessPlaceholder = (value: string) => (isPlaceholder(value) ? null : "certain");

/**
 * Where secrets show by their shape. Every quantifier is bounded and none is nested, so a search costs at most a constant per
 * character, whatever the text. Token prefixes are the vendors' own, as they publish them for scanners.
 */
export const patterns: Pattern[] = [
  {
    kind: "token",
    pattern:
      /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_\w{22,255}|gl(?:pat|dt|rt|ptt|cbt|soat|agent)-[\w-]{20,100}|xox[abeoprs]-[A-Za-z0-9-]{10,250}|xapp-\d-[A-Za-z0-9-]{20,200}|[rs]k_(?:live|test)_[A-Za-z0-9]{16,255}|whsec_[A-Za-z0-9+/=]{24,100}|npm_[A-Za-z0-9]{36}|pypi-[\w-]{50,250}|dckr_pat_[\w-]{20,60}|dop_v1_[a-f0-9]{64}|hf_[A-Za-z0-9]{30,60}|sk-(?:ant-|proj-)?[\w-]{32,200}|SG\.[\w-]{16,40}\.[\w-]{30,60}|shpat_[a-f0-9]{32}|bit_[\w-]{40,60})/g,
    judge: (secret) => (/\d/.test(secret.slice(4)) ? "certain" : null),
  },
  { kind: "token", pattern: /https:\/\/hooks\.slack\.com\/(?:services|workflows)\/(?<secret>[A-Za-z0-9/]{20,120})/g },
  { kind: "token", pattern: /(?<![\w:])\d{8,10}:AA[\w-]{33}(?![\w-])/g },
  {
    kind: "cloud_key",
    pattern:
      /(?<![A-Za-z0-9/+])(?:(?:AKIA|ASIA)[A-Z2-7]{16}(?![A-Za-z0-9])|AIza[\w-]{35}(?![\w-])|ya29\.[\w-]{20,250}|GOCSPX-[\w-]{28})/g,
  },
  {
    kind: "jwt",
    pattern: /(?<![\w-])eyJ[\w-]{8,2000}\.eyJ[\w-]{4,6000}\.[\w-]{10,1400}/g,
  },
  {
    kind: "url_password",
    pattern: /(?<![a-z0-9])[a-z][a-z0-9+]{1,18}:\/\/[^\s:/@"'<>`]{0,100}:(?<secret>[^\s/@"'<>`]{1,200})@/gi,
    judge: unlessPlaceholder,
  },
  {
    kind: "header",
    pattern:
      /(?<![\w-])(?:proxy-)?authorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:(?:bearer|basic|token|apikey|digest|negotiate|aws4-hmac-sha256)[ \t]{1,4})?(?<secret>[^\s"'`,;]{4,4000})/gi,
    judge: (value) =>
      /^(?:bearer|basic|token|apikey|digest|header|failed|required)$/i.test(value) ? null : unlessPlaceholder(value),
  },
  {
    kind: "header",
    pattern:
      /(?<![\w-])(?:x-(?:api-key|auth-token|access-token|vault-token|amz-security-token)|private-token|apikey|api-key)["']?[ \t]{0,4}:[ \t]{0,4}["']?(?<secret>[^\s"'`,;]{6,2000})/gi,
    judge: unlessPlaceholder,
  },
  {
    kind: "header",
    pattern: /(?<![\w-])bearer[ \t]{1,4}(?<secret>[\w.~+/-]{16,4000}=*)/gi,
    judge: (value) => (shapeOf(value) === "random" ? "certain" : null),
  },
  {
    kind: "cookie",
    pattern: /(?<![\w-])(?:set-)?cookie["']?[ \t]{0,4}:[ \t]{0,4}["']?(?<secret>[\w.%-]{1,100}=[^"'`\r\n]{4,4000})/gi,
    judge: (value) => unlessPlaceholder(value.slice(value.indexOf("=") + 1)),
  },
  {
    kind: "assignment",
    pattern: /(?<![\w-])(?:-u|--user)[ =]["']?[\w.@-]{1,80}:(?<secret>[^\s"'`]{4,200})/g,
    judge: (value) => (isPlaceholder(value) || /^\d{1,5}$/.test(value) ? null : "certain"),
  },
];
