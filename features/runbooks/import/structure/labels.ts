import type { RootContent } from "mdast";
import { type Part, partOf } from "../../pipeline/phase-words";
import { childrenOf, textOf } from "../../pipeline/tree";

const fold = (text: string) =>
  text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+/u, "")
    .replace(/[^\p{L}\p{N})]+$/u, "");

const expected =
  /^((resultado|salida|respuesta) )?esperad[oa]s?\b|^expected( (result|output|response)s?)?\b|^se espera\b|^(you should|deberias?) (see|ver)\b/;
const others =
  /^(si falla|if (it|this|that) (fails|failed)|comandos?|commands?|arbol de decision|decision tree|ejemplos?|examples?|notas?|notes?|referencias|references|prerrequisitos|requisitos( previos)?|prerequisites|contexto|context|avisos?|warnings?)$/;
const numbered = /^(?:paso|step|fase|phase|etapa|stage)\s*\d+/;
const checklist =
  /\b(checklist|check list|lista de (verificacion|comprobacion|control|chequeo))\b|^(cierre (de|del) incidente|incident closure|closing the incident|post-?incident(e)?)\b/;

/** Whether a label says what should be seen, e.g. `Esperado`, `Expected output`. */
export const isExpected = (text: string) => expected.test(fold(text)) && fold(text).split(/\s+/).length <= 4;
/** Whether a heading only names a piece of the procedure that it stands in, e.g. `Comandos`, `If it fails`. */
export const isSubLabel = (text: string) => isExpected(text) || others.test(withoutNumber(fold(text)));
/** Whether a heading counts itself as a step, e.g. `Paso 2: Clasificar`. */
export const isNumberedStep = (text: string) => numbered.test(fold(text));
export const isChecklist = (text: string) => checklist.test(withoutNumber(fold(text)));

const withoutNumber = (text: string) => text.replace(/^\d+[.)]\s*/, "");

/** When a checklist is due, by the words of its heading. */
export function momentOf(text: string): "start" | "recovery" | "close" | null {
  const folded = fold(text);
  if (/\b(recuperacion|recovery|recovered|verificacion final)\b/.test(folded)) return "recovery";
  if (/\b(cierre|cerrar|clos(e|ing|ure)|post-?incidente?|despues)\b/.test(folded)) return "close";
  if (
    /\b(antes|primer[oa]s?|inicio|inicial|inmediat[oa]|respuesta rapida|before|first|start|initial|immediate)\b/.test(
      folded,
    )
  )
    return "start";
  return null;
}

export type Label = {
  text: string;
  part: Part | null;
  /** The label is all of its block, apart from a colon. */
  whole: boolean;
};

/** The heading or bold label that a block is or begins with. */
export function labelOf(node: RootContent): Label | null {
  if (node.type === "heading") {
    const text = textOf(node);
    return { text, part: partOf(text), whole: true };
  }
  if (node.type !== "paragraph") return null;
  const [first, ...rest] = node.children;
  if (first?.type !== "strong") return null;
  const text = textOf(first);
  const after = rest.length > 0 ? textOf({ type: "paragraph", children: rest }) : "";
  return { text, part: partOf(text), whole: /^\s*[:：]?\s*$/.test(after) };
}

const inlineText = new Set(["text", "strong", "emphasis", "delete", "inlineCode", "break"]);

/** The text of a heading or paragraph that may become an attribute without losing anything; null where it would. */
export function plainTitle(node: RootContent | undefined): string | null {
  if (node?.type !== "heading" && node?.type !== "paragraph") return null;
  const isPlain = (one: RootContent): boolean => inlineText.has(one.type) && childrenOf(one).every(isPlain);
  if (!node.children.every(isPlain)) return null;
  const text = textOf(node).replace(/\s+/g, " ").trim();
  return text !== "" && text.length <= 200 ? text : null;
}
