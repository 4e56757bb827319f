import { afterEach, beforeEach, expect, test } from "vitest";
import { everyRunbook } from "@/features/runbooks/library/queries";
import { contentFolder } from "@/test/content";
import { choicesFor } from "./choices";

let content: ReturnType<typeof contentFolder>;
beforeEach(() => {
  content = contentFolder();
  for (const service of ["api", "colas", "web"])
    for (let at = 0; at < 40; at += 1)
      content.write(`${service}/n${at}`, `<Procedure id="vaciar" title="Vaciar ${at}" />`);
  content.write("sueltos/nota", "Sin procedimientos.");
});
afterEach(() => content.remove());

test("a schedule's form gets the procedures of one service, and only the names of the others", async () => {
  const { services, service, choices } = choicesFor(await everyRunbook(), "colas/n7");
  expect(services).toEqual(["api", "colas", "web"]);
  expect(service).toBe("colas");
  expect(choices).toHaveLength(40);
  expect(choices.every(({ path }) => path.startsWith("colas/"))).toBe(true);
  expect(choices.find(({ path }) => path === "colas/n7")).toMatchObject({
    title: "colas/n7",
    procedures: [{ id: "vaciar", title: "Vaciar 7" }],
  });
});

test("without a runbook that was asked for it begins with the first service that has a procedure", async () => {
  expect(choicesFor(await everyRunbook(), "sueltos/nota").service).toBe("api");
  expect(choicesFor([], "")).toEqual({ services: [], service: "", choices: [] });
});
