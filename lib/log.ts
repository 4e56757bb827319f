import { maskSecrets } from "./secrets/mask-secrets";

const secretKey = /pass(word|phrase)?|secret|token|authorization|cookie|api[-_]?key/i;
const secretText = /(\/updates\/)[\w%~+/=-]{8,}|(Bearer\s+)[\w.~+/-]+=*|(:\/\/[^\s:/@]+:)[^\s@]+(?=@)|\b(bit_)[\w-]+/g;

/** Masks secrets by the name of their key and by their shape; returns a copy. Depth is capped at 6. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return maskSecrets(value.replace(secretText, "$1$2$3$4••••"));
  if (value instanceof Error)
    return { name: value.name, message: redact(value.message), stack: redact(value.stack ?? "") };
  if (depth > 6 || typeof value !== "object" || value === null || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map((item) => redact(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, secretKey.test(key) ? "••••" : redact(item, depth + 1)]),
  );
}

type Level = "info" | "warn" | "error";

function write(level: Level, message: string, fields: Record<string, unknown> = {}) {
  const line = { at: new Date().toISOString(), level, message: redact(message), ...(redact(fields) as object) };
  process[level === "info" ? "stdout" : "stderr"].write(`${JSON.stringify(line)}\n`);
}

/** One JSON object a line; secrets never reach it. */
export const log = {
  info: (message: string, fields?: Record<string, unknown>) => write("info", message, fields),
  warn: (message: string, fields?: Record<string, unknown>) => write("warn", message, fields),
  error: (message: string, fields?: Record<string, unknown>) => write("error", message, fields),
};
