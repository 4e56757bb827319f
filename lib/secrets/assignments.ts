import type { Pattern } from "./patterns";
import { isPlaceholder, shapeOf } from "./secret-value";

/** What a value after `password=` or `token:` is: names and values in Spanish and English, in shells, `.env`, JSON and YAML. */
export const assignments: Pattern[] = [
  {
    kind: "assignment",
    pattern: assigned(
      "password|passwd|passphrase|pwd|contrase[ñn]a|clave(?: de acceso)?|secret[_-]?key|accountkey|sharedaccesskey",
    ),
    judge: (value, match) => {
      if (isNone(value, match)) return null;
      const shape = shapeOf(value);
      if (shape !== "word") return "certain";
      // "password: incorrect" is a sentence; PASSWORD=correcthorse is not.
      return (isWritten(match) || value.length >= 12) && value.length >= 4 ? "possible" : null;
    },
  },
  {
    kind: "assignment",
    pattern: assigned(
      "secret|token|api[_-]?key|access[_-]?key|auth[_-]?key|private[_-]?key|client[_-]?secret|credentials?|session[_-]?id|sessionid|secreto",
    ),
    judge: (value, match) => {
      if (isNone(value, match)) return null;
      const shape = shapeOf(value);
      if (shape === "random") return "certain";
      return shape === "chosen" && isWritten(match) ? "possible" : null;
    },
  },
];

/** `NAME_password_SUFFIX = "value"`, on one line; what stands before the word needs no looking at. */
function assigned(words: string): RegExp {
  const suffix = "(?<suffix>_[A-Za-z0-9]{1,20})?";
  const value = String.raw`(?:"(?<quoted>[^"\r\n]{1,300})"|'(?<single>[^'\r\n]{1,300})'|(?<bare>[^\s"'${"`"},;&<>()\[\]{}|]{1,300}))`;
  return new RegExp(`(?:${words})${suffix}["']?(?<glue>[ \\t]{0,3}(?:=>|:=|[:=])[ \\t]{0,3})${value}`, "giu");
}

/** These names hold where a secret is, or something about it. */
const about =
  /^_(?:file|path|url|uri|id|name|type|count|length|len|size|expir\w*|ttl|age|arn|policy|hash|reset|changed)$/i;

function isNone(value: string, { groups = {} }: RegExpExecArray): boolean {
  return (
    about.test(groups.suffix ?? "") ||
    isPlaceholder(value) ||
    /^[\d.,:]+$/.test(value) ||
    // A path, a reference to a secret manager, or an identifier that the log prints beside the word.
    /^(?:\.{0,2}\/|[a-z]+:\/\/|vault:|secret:|arn:|sha\d+:)/i.test(value) ||
    /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value)
  );
}

/** Written by or for a machine: `=` or quotes, rather than a sentence with a colon. */
const isWritten = ({ groups = {} }: RegExpExecArray) =>
  /=/.test(groups.glue ?? "") || groups.quoted !== undefined || groups.single !== undefined;
