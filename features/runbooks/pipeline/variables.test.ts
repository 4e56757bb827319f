import { expect, test } from "vitest";
import { buildVariables } from "./build-plan";
import { gate } from "./gate";

const read = (variables: string, command = "echo") =>
  gate({
    file: "x.mdx",
    path: "svc/x",
    format: "mdx",
    source: `---\ntitle: X\nservice: svc\nlang: es\nowner: Equipo\nvariables:\n${variables}---\n\n\`\`\`bash\n${command}\n\`\`\`\n`,
  });
const variablesOf = (variables: string, command?: string) => {
  const { runbook, problems } = read(variables, command);
  if (!runbook) throw new Error(problems.map(({ message }) => message).join("\n"));
  return buildVariables(runbook);
};

test.each([
  ["  - { name: A, pattern: '(' }\n", "pattern-syntax", 7],
  ["  - { name: A, pattern: '(?=a)' }\n", "pattern-syntax", 7],
  ["  - { name: A }\n  - { name: B, pattern: '(a+)+' }\n", "pattern-unsafe", 8],
  ["  - { name: A, pattern: '\\d+', default: doce }\n", "variable-default", 7],
])("%j is refused where it stands", (variables, rule, line) => {
  const { problems, runbook } = read(variables);
  expect(runbook).toBeNull();
  expect(problems).toMatchObject([{ rule, line }]);
  expect(problems[0]?.column).toBeGreaterThan(15);
});

test("a source is a label of the alert or a field of the incident", () => {
  expect(read("  - { name: A, from: incident.key }\n").runbook).not.toBeNull();
  expect(read("  - { name: A, from: incident.root_cause }\n").problems).toMatchObject([{ rule: "front-matter-value" }]);
});

test("a placeholder for a label fills the variable of that name", () => {
  expect(variablesOf("  - { name: instance, label: Servidor }\n", "ssh {{ $labels.instance }}")).toMatchObject([
    { name: "instance", label: "Servidor", from: "instance" },
  ]);
});

test.each([
  ["  - { name: ADMIN_TOKEN }\n", true],
  ["  - { name: ADMIN_TOKEN, secret: false }\n", false],
  ["  - { name: ADMIN_TOKEN, default: demo }\n", false],
  ["  - { name: contraseña }\n", true],
  ["  - { name: clave }\n", true],
  ["  - { name: PRIVATE_KEY }\n", true],
  ["  - { name: KEYSPACE }\n", false],
  ["  - { name: enclave }\n", false],
])("%s is a secret: %s", (variables, secret) => {
  expect(variablesOf(variables)[0]?.secret).toBe(secret);
});
