import { describe, expect, test } from "vitest";
import { accepted, askedAt, offersFor } from "./completion";

const people = [{ name: "Ana Gómez" }, { name: "Luis Peña" }, { name: "Marta Ana" }];
const steps = [
  { runId: "r", stepId: "api-logs", title: "Verificar logs recientes", run: "API no responde" },
  { runId: "r", stepId: "restart-api", title: "Reiniciar solo el container", run: "API no responde" },
];
const known = { locale: "es" as const, people, steps };
/** `|` is the caret. */
const at = (text: string) => askedAt(text.replace("|", ""), text.indexOf("|"));
const offered = (text: string, locale: "es" | "en" = "es") => {
  const asked = at(text);
  return asked ? offersFor(asked, { ...known, locale }).map(({ insert }) => insert) : null;
};

describe("what is offered where the caret is", () => {
  test.each([
    ["/dec|", ["/decisión "]],
    ["-12m /est|", ["/estado "]],
    ["hace 12 min /lí|", ["/líder ", "/enlace "]],
    ["/lea|", ["/líder "]],
    ["/estado mon|", ["monitorizando "]],
    ["avisé a @an|", ["@Ana Gómez ", "@Marta Ana "]],
    ["/líder @|", ["@Ana Gómez ", "@Luis Peña ", "@Marta Ana "]],
    ["@Ana Gó|", ["@Ana Gómez "]],
    ["hecho #log|", ["#api-logs "]],
    ["hecho #solo|", ["#restart-api "]],
    ["hecho #|", ["#api-logs ", "#restart-api "]],
    ["@Ana Gómez|", []],
    ["/decisión|", []],
    ["#api-logs|", []],
    ["@nadie|", []],
  ])("%s", (text, expected) => {
    expect(offered(text)).toEqual(expected);
  });

  test("verbs and statuses are those of the reader's language, found by either", () => {
    expect(offered("/actua|", "en")).toEqual(["/update "]);
    expect(offered("/status vigi|", "en")).toEqual(["monitoring "]);
    expect(offered("/|", "en")).toHaveLength(7);
  });

  test.each(["reinicié db-2|", "ana@ex|", "x#y|", "mira /var/log/x|", "@Ana Gómez dice que|", "|", "2/3|"])(
    "nothing for %s",
    (text) => {
      expect(offered(text) ?? []).toEqual([]);
    },
  );
});

test("an offer takes the place of what was written, without a second space", () => {
  const text = "aviso @an ya";
  const asked = askedAt(text, 9);
  if (!asked) throw new Error("nothing asked");
  const [offer] = offersFor(asked, known);
  if (!offer) throw new Error("nothing offered");
  expect(accepted(text, asked, offer)).toEqual({ text: "aviso @Ana Gómez ya", caret: 17 });
});
