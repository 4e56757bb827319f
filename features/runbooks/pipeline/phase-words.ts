import type { PhaseKind } from "../plan";

export type Part = PhaseKind | "symptoms" | "causes";

// The field's usual words as headings and bold labels, in Spanish and English (FORMAT.md, "Plain Markdown"), accents folded.
// `whole` are words that titles of procedures begin with too ("Restaurar una copia"): they count only where they stand alone.
const words: { part: Part; begins: RegExp; whole?: RegExp }[] = [
  {
    part: "symptoms",
    begins:
      /^(sintomas?|senales|como se ve|que (ves|se ve|significa)|symptoms?|signs|meaning|significado|impact|impacto|error|what (you see|it means))\b/,
  },
  {
    part: "causes",
    begins: /^(((posibles|probables) )?causas?|((possible|probable|likely|common|typical|root) )?causes?)\b/,
    whole: /^(por que|why|motivos?)$/,
  },
  {
    part: "verification",
    begins:
      /^(verificacion(es)?|comprobacion|comprobaciones (finales|posteriores)|validacion(es)?|verification|validation|post-?checks?|final checks?)\b/,
    whole: /^(verificar|verify|comprobar|validar|validate|confirmar|confirmacion|confirm|smoke tests?)$/,
  },
  {
    part: "diagnosis",
    begins:
      /^(diagnosticos?|diagnosis|diagnos(e|tics?)|investigacion|investigation|triage|triaje|comprobaciones|verificar primero|que (revisar|comprobar))\b/,
    whole:
      /^(diagnosticar|investigar|investigate|analisis|analysis|checks|revision|troubleshooting|debugging|how to diagnose|como diagnosticar)$/,
  },
  {
    part: "remediation",
    begins:
      /^(solucion(es)?|remediacion|remedios?|mitigacion(es)?|mitigation|resolution|resolucion|remediation|recovery|recuperacion|fix(es)?|solutions?|rollback|accion(es)?|actions?|workarounds?)\b/,
    whole:
      /^(mitigar|mitigate|resolver|resolve|remediar|remediate|recuperar|reparacion|arreglo|correccion|contencion|containment|quick fix|immediate actions?|how to fix)$/,
  },
  {
    part: "escalation",
    begins:
      /^(escalacion(es)?|escalado|escalamiento|escalada|escalations?|escalar|escalate|cuando escalar|when to escalate|a quien llamar|who to call)\b/,
  },
];

/** The part of a procedure that a heading or label names, e.g. `🔧 Solución (por orden)` → remediation; null for any other text. */
export function partOf(text: string): Part | null {
  const folded = text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, "");
  const label = folded.replace(/\([^)]*\)/g, "").replace(/[^\p{L}\p{N}]+$/u, "");
  // A title such as "Error de conexión" only begins like a label: labels are short.
  if (label.split(/\s+/).length > 3) return null;
  const found = words.find(({ begins, whole }) => begins.test(label) || whole?.test(label));
  return found?.part === "symptoms" && /^error\s/.test(label) ? null : (found?.part ?? null);
}
