import { assignments } from "./assignments";
import { patterns, type SecretKind } from "./patterns";

/** A part of a text that is or may be a secret. */
export type FoundSecret = {
  kind: SecretKind;
  /** [from, to) in UTF-16 units. */
  from: number;
  to: number;
  /** Nobody writes this by chance: a server refuses it. What is not certain is for a person to say. */
  certain: boolean;
};

/**
 * The secrets in a text, in order and without overlaps: tokens, keys, passwords in URLs and assignments, headers, cookies, JWTs,
 * private keys. Pure, and linear in the text (about 0.1 s for a megabyte).
 */
export function findSecrets(text: string): FoundSecret[] {
  const found = [...privateKeys(text), ...shaped(text)];
  found.sort((a, b) => a.from - b.from || b.to - a.to);
  const apart: FoundSecret[] = [];
  for (const one of found) {
    const last = apart.at(-1);
    if (!last || one.from >= last.to) apart.push(one);
    else {
      last.to = Math.max(last.to, one.to);
      last.certain ||= one.certain;
    }
  }
  return apart;
}

function shaped(text: string): FoundSecret[] {
  const found: FoundSecret[] = [];
  const searched = withoutEmbedded(text);
  for (const { kind, pattern, judge } of [...patterns, ...assignments]) {
    for (const match of searched.matchAll(pattern)) {
      const { groups = {} } = match;
      const secret = groups.secret ?? groups.quoted ?? groups.single ?? groups.bare ?? match[0];
      const from = match.index + match[0].lastIndexOf(secret);
      const verdict = judge ? judge(secret, match) : "certain";
      if (verdict === null) continue;
      found.push({ kind, from, to: from + secret.length, certain: verdict === "certain" });
    }
  }
  return found;
}

/** Blanks out pictures and fonts inside a text (RFC 2397): random letters that spell anything sooner or later. */
const withoutEmbedded = (text: string): string =>
  text.replace(/data:[\w.+-]{1,60}\/[\w.+-]{1,60};base64,[A-Za-z0-9+/=]*/g, (all) => " ".repeat(all.length));

/** PEM blocks of private keys (RFC 7468), the last one also without its end: the paste was cut. */
function privateKeys(text: string): FoundSecret[] {
  const found: FoundSecret[] = [];
  const begin = /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----/g;
  for (let match = begin.exec(text); match; match = begin.exec(text)) {
    const end = text.indexOf("-----END ", begin.lastIndex);
    const close = end < 0 ? -1 : text.indexOf("-----", end + 9);
    const to = close < 0 ? text.length : close + 5;
    found.push({ kind: "private_key", from: match.index, to, certain: true });
    begin.lastIndex = to;
  }
  return found;
}
