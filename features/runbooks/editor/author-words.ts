/** What stands in a text until its author writes something better: in the text's language, not the interface's. */
const words = {
  es: {
    title: "Título",
    question: "¿Qué se observa?",
    label: "Respuesta",
    otherLabel: "Otra cosa",
    owner: "Sin asignar",
    symptom: "Qué se ve: el mensaje de error, la alerta, la gráfica",
    cause: "Por qué suele pasar",
    look: "Qué hay que mirar",
    act: "Qué hay que hacer",
    check: "Comprobar que ha funcionado",
    expect: "Qué debe verse si va bien",
    undo: "Cómo se vuelve atrás",
    escalate: "A quién llamar, y cómo",
    item: "Primera comprobación",
    callout: "Lo que hay que tener en cuenta",
    answer: "Qué significa y cómo seguir",
    symptomColumn: "Síntoma",
    severityColumn: "Severidad",
    actionColumn: "Acción",
    target: "a qué afecta",
    observed: "Lo que se observa",
    procedure: "Procedimiento",
  },
  en: {
    title: "Title",
    question: "What do you see?",
    label: "Answer",
    otherLabel: "Something else",
    owner: "Unassigned",
    symptom: "What is seen: the error message, the alert, the graph",
    cause: "Why it usually happens",
    look: "What to look at",
    act: "What to do",
    check: "Check that it worked",
    expect: "What should be seen if it went well",
    undo: "How to take it back",
    escalate: "Whom to call, and how",
    item: "First check",
    callout: "What to keep in mind",
    answer: "What it means and how to go on",
    symptomColumn: "Symptom",
    severityColumn: "Severity",
    actionColumn: "Action",
    target: "what it affects",
    observed: "What is observed",
    procedure: "Procedure",
  },
} as const;

export type AuthorLanguage = keyof typeof words;
export type AuthorWords = Record<keyof (typeof words)["es"], string>;

export const authorWords = (lang: AuthorLanguage): AuthorWords => words[lang];

/** The language that a text says it is in: Spanish or English. */
export function languageOf(frontMatter: string, otherwise: AuthorLanguage): AuthorLanguage {
  const lang = /^lang:[ \t]*["']?([a-z]{2})/im.exec(frontMatter)?.[1]?.toLowerCase();
  return lang === "es" || lang === "en" ? lang : otherwise;
}
