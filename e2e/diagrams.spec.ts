import { expect, expectNoAxeViolations, test } from "./fixtures";
import { publishOwn } from "./own-runbook";
import { watchShifts } from "./shifts";

const step = (id: string, ...parts: string[]) => `<Step id="${id}" title="${id}">\n\n${parts.join("\n\n")}\n\n</Step>`;
const diagram = (text: string) => `\`\`\`mermaid\n${text}\n\`\`\``;
const flowchart = diagram("graph TD\nA{¿Responde?} -->|sí| B[Nada que hacer]\nA -->|no| C[(Reiniciar db-2)]");
const sequence = diagram("sequenceDiagram\nparticipant A as Balanceador\nA->>api-1: sonda\napi-1-->>A: 503");

const states = diagram("stateDiagram-v2\n[*] --> Sano\nSano --> Caído : tres sondas fallan");
const shares = diagram('pie\n"Sano" : 3\n"Caído" : 1');

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("flowcharts, sequences and states are drawn by the server, and what it cannot draw can be read", async ({
    page,
    request,
  }) => {
    const runbook = await publishOwn(request, step("mirar", flowchart, sequence, states, shares));
    await page.goto(`/runbooks/${runbook}`);
    const drawings = page.locator("#mirar svg[role=img]");
    await expect(drawings).toHaveCount(3);
    await expect(drawings.nth(1).getByText("Balanceador", { exact: true }).first()).toBeVisible();
    await expect(drawings.nth(1).locator("desc")).toHaveText("Balanceador → api-1: sonda; api-1 ⇢ Balanceador: 503");
    await expect(drawings.nth(2).locator("desc")).toHaveText("● → Sano; Sano → (tres sondas fallan) Caído");
    const drawing = drawings.first();
    await expect(drawing.getByText("¿Responde?", { exact: true })).toBeVisible();
    await expect(drawing.locator("desc")).toHaveText(/¿Responde\? → \(sí\) Nada que hacer; .* Reiniciar db-2/);
    const { width = 0, height = 0 } = (await drawing.boundingBox()) ?? {};
    expect(height).toBeGreaterThan(100);
    const asWritten = await drawing.evaluate((svg) => svg.clientWidth / Number(svg.getAttribute("width")));
    expect(asWritten, "no text is smaller than 12 px").toBeGreaterThanOrEqual(0.85);
    expect(width).toBeGreaterThan(100);
    await expect(page.locator("#mirar pre:visible", { hasText: "pie" })).toBeVisible();
  });
});

test("nothing moves when a diagram that only a browser can draw is drawn", async ({ page, request }) => {
  await watchShifts(page);
  const runbook = await publishOwn(request, step("mirar", shares, sequence, states, flowchart, "Y después, seguir."));
  await page.goto(`/runbooks/${runbook}`);
  const figure = page.locator("#mirar figure").first();
  await expect(figure.locator("svg").getByText("Caído").first()).toBeVisible();
  await expect(figure.locator("pre:visible")).toHaveCount(0);
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
  expect((await page.evaluate(() => window.shifts)).filter(({ value }) => value >= 0.005)).toEqual([]);
  await expectNoAxeViolations(page);
});
