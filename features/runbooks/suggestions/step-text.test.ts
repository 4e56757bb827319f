import { describe, expect, test } from "vitest";
import { lineOfStep, stepChange } from "./step-text";

const text = `# Guía

<Step id="logs" title="Ver los logs">
docker logs api
</Step>
<Step id="restart" title="Reiniciar" kind="change">
docker restart api
</Step>
<Step id="empty" title="Nada" />`;

describe("the line of a step", () => {
  test("is that of the tag with its id", () => {
    expect(lineOfStep(text, { stepId: "restart", stepTitle: "Reiniciar" })).toBe(6);
  });
  test("is that of its title where there is no tag", () => {
    expect(lineOfStep("# A\n\n1. Ver los logs\n", { stepId: "ver-los-logs", stepTitle: "Ver los logs" })).toBe(3);
  });
  test("is the first where the step is gone", () => {
    expect(lineOfStep(text, { stepId: "gone", stepTitle: "No está" })).toBe(1);
  });
});

describe("a step since then", () => {
  test("is the same while only others changed", () => {
    expect(stepChange(text, text.replace("docker logs api", "journalctl -u api"), "restart")).toBe("same");
  });
  test("has changed with its attributes or its text", () => {
    expect(stepChange(text, text.replace("docker restart api", "kubectl rollout restart"), "restart")).toBe("changed");
    expect(stepChange(text, text.replace('title="Nada"', 'title="Algo"'), "empty")).toBe("changed");
  });
  test("is gone with its tag", () => {
    expect(stepChange(text, text.replace('id="restart"', 'id="reboot"'), "restart")).toBe("gone");
  });
  test("of plain Markdown may have changed with anything", () => {
    expect(stepChange("1. Uno\n2. Dos", "1. Uno\n2. Tres", "uno")).toBe("changed");
    expect(stepChange("1. Uno", "1. Uno", "uno")).toBe("same");
  });
});
