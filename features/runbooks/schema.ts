import { z } from "zod";
import { severities } from "@/lib/severity";
import { parseDuration } from "./duration";
import { parseMatchers } from "./matcher";
import { isAllowedUrl } from "./url";

// The `error` of a field is an example of a right value: it reads the same in every language.

/** Lowercase words joined by hyphens: names of files and folders, and ids. */
export const kebab = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const criticalities = ["critical", "high", "medium", "low"] as const;
export type Criticality = (typeof criticalities)[number];

const text = (example: string, max = 300) =>
  z.string({ error: example }).trim().min(1, { error: example }).max(max, { error: example });
const duration = (example: string) =>
  z
    .string({ error: example })
    .refine((value) => parseDuration(value) !== null, { error: example })
    .transform((value) => parseDuration(value) ?? 0);
const url = (example: string) => text(example, 2_000).refine(isAllowedUrl, { error: example });

const isLanguage = (tag: string) => {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
};
const isDay = (day: string) => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return false;
  const time = Date.parse(`${day}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
};

const variable = z.strictObject({
  name: text("API_URL", 80).regex(/^[\p{L}_][\p{L}\p{N}_ .:-]*$/u, { error: "API_URL" }),
  default: z
    .union([z.string(), z.number(), z.boolean()], { error: "http://localhost:8002" })
    .transform(String)
    .optional(),
  label: text("URL de la API").optional(),
  from: text("instance", 80)
    .regex(/^(?:[a-zA-Z_][a-zA-Z0-9_]*|incident\.(?:key|title|severity|service))$/, { error: "instance" })
    .optional(),
  pattern: text("[a-z0-9-]+", 500).optional(),
  secret: z.boolean({ error: "true" }).optional(),
});
const link = z.strictObject({
  title: text("Grafana"),
  url: url("https://grafana.example.com"),
  purpose: text("Dashboards").optional(),
});
const contact = z.strictObject({
  name: text("Backend Team"),
  channel: text("#backend").optional(),
  for: z.array(z.enum(severities, { error: "[SEV1, SEV2]" }), { error: "[SEV1, SEV2]" }).default([]),
});

/** The front matter of a runbook, as FORMAT.md lists it; unknown keys are refused. Durations become seconds. */
export const FrontMatter = z.strictObject({
  title: text("Emergencias en producción"),
  service: text("agente-hotelero-api", 80),
  lang: text("es", 40).refine(isLanguage, { error: "es" }),
  owner: text("Backend Team"),
  criticality: z
    .enum(criticalities, { error: criticalities.join(" | ") })
    .nullable()
    .default(null),
  summary: text("…", 600).nullable().default(null),
  tags: z
    .array(text("docker", 60), { error: "[docker, postgres]" })
    .max(40, { error: "[docker, postgres]" })
    .default([]),
  reviewed: z.string({ error: "2025-10-24" }).refine(isDay, { error: "2025-10-24" }).nullable().default(null),
  reviewEvery: duration("31d").nullable().default(null),
  alerts: z
    .array(
      text('alertname="HighErrorRate"', 1_000).refine((value) => parseMatchers(value).ok, {
        error: 'alertname="HighErrorRate"',
        params: { rule: "matcher" },
      }),
      { error: '- alertname="HighErrorRate"' },
    )
    .default([]),
  variables: z.array(variable, { error: "- { name: API_URL }" }).default([]),
  links: z.array(link, { error: '- { title: Grafana, url: "https://…" }' }).default([]),
  contacts: z.array(contact, { error: "- { name: Backend Team }" }).default([]),
  redirects: z
    .array(
      text("agente-hotelero-api/guia-rapida", 200).regex(
        /^[\p{L}\p{N}_-][\p{L}\p{N}._-]*\/[\p{L}\p{N}_-][\p{L}\p{N}._-]*$/u,
        { error: "agente-hotelero-api/guia-rapida" },
      ),
      {
        error: "[agente-hotelero-api/guia-rapida]",
      },
    )
    .default([]),
});
export type FrontMatter = z.infer<typeof FrontMatter>;

/** The keys of the front matter, or of the object under `key` (`variables`, `links`, `contacts`). */
export function keysOf(key?: string): string[] {
  const nested: Record<string, string[]> = {
    variables: Object.keys(variable.shape),
    links: Object.keys(link.shape),
    contacts: Object.keys(contact.shape),
  };
  return (key ? nested[key] : undefined) ?? Object.keys(FrontMatter.shape);
}
