import type { PhaseKind } from "../plan";

export type Part = PhaseKind | "symptoms" | "causes";

// The field's usual words as headings and bold labels, in Spanish and English (FORMAT.md, "Plain Markdown"), accents folded.
const words: [RegExp, Part][] = [
  [/^(sintomas?|como se ve|symptoms?|meaning|significado|impact|impacto|error|que ves|what you see)\b/, "symptoms"],
  [/^(causas?|posibles causas|causes?|possible causes|root causes?)\b/, "causes"],
  [
    /^(diagnosticos?|diagnosticar|diagnosis|diagnos(e|tics?)|investigacion|investigation|triage|verificar primero)\b/,
    "diagnosis",
  ],
  [
    /^(solucion(es)?|soluciones|remediacion|remedio|mitigacion|mitigation|resolution|resolucion|remediation|recovery|recuperacion|fix|solutions?|rollback|accion(es)?|actions?)\b/,
    "remediation",
  ],
  [/^(verificacion|verificar|comprobacion|validacion|verification|verify|validation|post-?checks?)\b/, "verification"],
  [/^(escalacion|escalado|escalamiento|escalar|escalation|escalate)\b/, "escalation"],
];

/** The part of a procedure that a heading or label names, e.g. `🔧 Solución (por orden)` → remediation; null for any other text. */
export function partOf(text: string): Part | null {
  const folded = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, "");
  const label = folded.replace(/\([^)]*\)/g, "").replace(/[\s:.!]+$/, "");
  // A title such as "Error de conexión" only begins like a label: labels are short.
  if (label.split(/\s+/).length > 3) return null;
  const part = words.find(([pattern]) => pattern.test(label))?.[1] ?? null;
  return part === "symptoms" && /^error\s/.test(label) ? null : part;
}
