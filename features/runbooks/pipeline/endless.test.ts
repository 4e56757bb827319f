import { describe, expect, test } from "vitest";
import { checkFiles } from "../content/check";

const procedure = (id: string, body: string) => `<Procedure id="${id}" title="${id}">\n\n${body}\n\n</Procedure>`;
const step = (id: string) => `<Step id="${id}" title="${id}">\n\nx\n\n</Step>`;
/** `question("q", { yes: "a", no: "" })`: an answer without a target goes on, `!` ends as recovered. */
const question = (id: string, answers: Record<string, string>) =>
  `<Decision id="${id}" question="${id}">\n\n${Object.entries(answers)
    .map(([label, to]) => {
      const where = to === "!" ? ' outcome="recovered"' : to ? ` goto="${to}"` : "";
      return `<Option label="${label}"${where}>\n\nx\n\n</Option>`;
    })
    .join("\n\n")}\n\n</Decision>`;

const file = (name: string, ...procedures: string[]) => ({
  name: `svc/${name}.mdx`,
  path: `svc/${name}`,
  format: "mdx" as const,
  source: `---\ntitle: ${name}\nservice: svc\nlang: es\nowner: O\n---\n\n${procedures.join("\n\n")}\n`,
});
const rulesOf = (...files: ReturnType<typeof file>[]) =>
  checkFiles(files).map(
    ({ file: name, rule, values }) => `${name} ${rule} ${values.chain ?? values.question ?? values.target}`,
  );

describe("a loop with a way out is no defect", () => {
  test.each([
    [
      "a question that leads back to the diagnosis until it is answered",
      [step("a"), question("q", { again: "a", on: "" }), step("b")],
    ],
    ["an answer that says recovered", [step("a"), question("q", { again: "a", ok: "!" })]],
    ["an answer that jumps ahead", [step("a"), question("q", { again: "a", on: "b" }), step("b")]],
  ])("%s", (_, body) => {
    expect(rulesOf(file("f", procedure("p", body.join("\n\n"))))).toEqual([]);
  });

  test("two procedures that lead to each other, one of them out", () => {
    const p = procedure("p", question("q1", { over: "r" }));
    expect(rulesOf(file("f", p, procedure("r", `${question("q2", { back: "p", on: "" })}\n\n${step("c")}`)))).toEqual(
      [],
    );
  });
});

describe("a loop that never ends is refused", () => {
  test("a question whose answers all lead back", () => {
    const body = `${step("a")}\n\n${question("q", { yes: "a", no: "q" })}\n\n${step("b")}`;
    expect(rulesOf(file("f", procedure("p", body)))).toEqual(["svc/f.mdx endless-loop q → q"]);
  });

  test("procedures that lead to each other, said once, and not for the way into it", () => {
    const [p, r] = [procedure("p", question("q1", { over: "r" })), procedure("r", question("q2", { back: "p" }))];
    const way = procedure("in", question("q0", { go: "p", too: "r" }));
    expect(rulesOf(file("f", way, p, r))).toEqual(["svc/f.mdx endless-loop q1 → q2 → q1"]);
  });

  test("three runbooks that lead to each other, said in each of them with its place", () => {
    const link = (name: string, to: string) => file(name, procedure(`p-${name}`, question(`q-${name}`, { on: to })));
    const files = [link("a", "b.mdx#p-b"), link("b", "svc/c#q-c"), link("c", "/runbooks/svc/a#p-a")];
    const problems = checkFiles(files);
    expect(problems.map(({ file: name, rule, severity, line }) => [name, rule, severity, line])).toEqual(
      ["a", "b", "c"].map((name) => [`svc/${name}.mdx`, "endless-loop-across", "error", 12]),
    );
    expect(problems[0]?.message).toContain("q-a → q-b → q-c → q-a");
  });
});

test("a loop that only a passing check can end is advised against", () => {
  const attempt = `<Remediation>\n\n<Step id="a" title="a" kind="change" irreversible>\n\n<Expect>ok</Expect>\n\n</Step>\n\n${question("q", { again: "a" })}\n\n</Remediation>`;
  expect(rulesOf(file("f", procedure("p", attempt)))).toEqual(["svc/f.mdx backward-question q"]);
});

test("answers into other runbooks lead to a step, a question or a procedure that is there", () => {
  const other = file(
    "b",
    `<Checklist id="list" title="L">\n\n${step("item")}\n\n</Checklist>`,
    procedure("p1", step("s1")),
    procedure("p2", step("s2")),
  );
  const to = (target: string) => rulesOf(file("a", procedure("p", question("q", { go: target, on: "" }))), other);
  expect(to("svc/b#s2")).toEqual([]);
  expect(to("svc/b#nada")).toEqual(["svc/a.mdx broken-link svc/b#nada"]);
  expect(to("svc/c#s1")).toEqual(["svc/a.mdx broken-link svc/c"]);
  expect(to("svc/b#list")).toEqual(["svc/a.mdx goto-not-a-step svc/b#list"]);
  expect(to("b.mdx")).toEqual(["svc/a.mdx goto-not-a-step svc/b"]);
});

/** Milliseconds of processor time: what else the machine does is not in it. */
function spentOn(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

test("two thousand questions in a ring are found, said once, and cost about eight times what an eighth of them does", () => {
  const rulesOfRing = (size: number) =>
    rulesOf(
      file(
        "f",
        procedure(
          "p",
          Array.from({ length: size }, (_, n) => question(`q${n}`, { on: `q${(n + 1) % size}` })).join("\n\n"),
        ),
      ),
    );
  const best = (size: number, times: number) =>
    Math.min(...Array.from({ length: times }, () => spentOn(() => expect(rulesOfRing(size)).toHaveLength(1))));
  const eighth = best(250, 5);
  // Eight times as much in proportion, 64 times if each question were looked for in all the others.
  expect(best(2_000, 2) / eighth).toBeLessThan(32);
}, 120_000);
