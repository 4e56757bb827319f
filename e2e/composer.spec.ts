import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import type { APIRequestContext, Page, TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, person, signIn } from "./people";

const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es).incidents;
const isPhone = (info: TestInfo) => info.project.name.startsWith("phone");
const logOf = (page: Page, info: TestInfo) => page.getByRole("region", { name: wordsOf(info).timeline.label });
const fieldOf = (page: Page, info: TestInfo) => page.getByLabel(wordsOf(info).composer.label);

async function declare(request: APIRequestContext, title: string): Promise<string> {
  const response = await request.post("/api/v1/incidents", {
    headers: bearer("responder"),
    data: { title, severity: "SEV3", services: ["agente-hotelero-api"] },
  });
  return ((await response.json()) as { key: string }).key;
}

async function entriesOf(request: APIRequestContext, key: string) {
  const response = await request.get(`/api/v1/incidents/${key}/timeline?limit=500`, { headers: bearer("viewer") });
  return ((await response.json()) as { entries: { kind: string; body: string; happenedAt: string }[] }).entries;
}

/** Puts a text or a file on the field as the clipboard would. */
const paste = (page: Page, info: TestInfo, given: { text: string } | { name: string; type: string; base64: string }) =>
  fieldOf(page, info).evaluate((field, what) => {
    const data = new DataTransfer();
    if ("text" in what) data.setData("text/plain", what.text);
    else {
      const bytes = Uint8Array.from(atob(what.base64), (char) => char.charCodeAt(0));
      data.items.add(new File([bytes], what.name, { type: what.type }));
    }
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, given);

const send = (page: Page, info: TestInfo) =>
  page.getByRole("button", { name: wordsOf(info).composer.send, exact: true }).click();

test("a line is written without touching the mouse, and shown as what it will become", async ({
  page,
  request,
}, info) => {
  const key = await declare(request, "Sin ratón");
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}`);
  const field = fieldOf(page, info);
  await expect(page.getByRole("button", { name: wordsOf(info).quickEntry.attach })).toBeVisible();
  // A phone would open its keyboard over what there is to read.
  if (isPhone(info)) {
    await expect(field).not.toBeFocused();
    return;
  }
  await expect(field).toBeFocused();
  await page.keyboard.type("-12m reinicié db-2");
  await expect(page.getByText(/T−/)).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press("Enter");
  await expect(logOf(page, info)).toContainText("reinicié db-2");
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("");

  await page.keyboard.press("Escape");
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.type("-5m desde la página");
  await expect(field).toHaveValue("-5m desde la página");
});

test("verbs, people and steps are completed; the step is linked", async ({ page, request }, info) => {
  const t = wordsOf(info);
  const key = await declare(request, "Con nombres");
  const started = await request.post(`/api/v1/incidents/${key}/runs`, {
    headers: bearer("responder"),
    data: { runbook: "agente-hotelero-api/emergencias", procedure: "api-no-responde" },
  });
  const { id: run, steps } = (await started.json()) as { id: string; steps: { id: string; title: string }[] };
  const step = steps[0] ?? { id: "", title: "" };
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}`);
  const field = fieldOf(page, info);
  await field.click();
  await field.pressSequentially("/deci");
  const list = page.getByRole("listbox", { name: t.quickEntry.offersList });
  await expect(list.getByRole("option")).toHaveCount(1);
  await expectNoAxeViolations(page);
  await field.press("Enter");
  await expect(field).toHaveValue(t.composer.verb.decision);

  const { name } = person("editor");
  await field.pressSequentially(`con @${name.slice(0, 4)}`);
  await list.getByRole("option", { name, exact: true }).click();
  await field.pressSequentially(`en #${step.id.slice(0, 5)}`);
  await expect(list.getByRole("option").first()).toContainText(step.id);
  await field.press("Tab");
  await expect(page.getByText(t.quickEntry.linksTo.replace("{title}", step.title))).toBeVisible();
  await expect(page.getByText(t.quickEntry.names.replace("{names}", name))).toBeVisible();
  await send(page, info);
  await expect(logOf(page, info).getByRole("link", { name: `#${step.id}` })).toHaveAttribute(
    "href",
    `/incidents/${key}/runs/${run}#${step.id}`,
  );
});

test("a pasted chat becomes an entry for each line, once somebody has looked at it", async ({
  page,
  request,
}, info) => {
  const t = wordsOf(info).quickEntry.bulk;
  const key = await declare(request, "Con historia");
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}`);
  await fieldOf(page, info).fill(
    "2026-01-15T02:02:00Z ana: restarted db-2\n2026-01-15T02:03:00Z luis: vuelve\n  poco a poco\n2026-01-15T02:05:00Z bot: ruido",
  );
  await page.getByRole("button", { name: t.open.replace("{count}", "3") }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("luis: vuelve")).toBeVisible();
  await expectNoAxeViolations(page);
  await dialog.getByLabel(t.include.replace("{number}", "3")).uncheck();
  await dialog.getByLabel(t.kind.replace("{number}", "2")).selectOption("verification");
  await dialog.getByRole("button", { name: /2/ }).last().click();
  await expect(dialog).toBeHidden();
  await expect(logOf(page, info)).toContainText("ana: restarted db-2");
  await expect(fieldOf(page, info)).toHaveValue("");
  expect((await entriesOf(request, key)).slice(-2)).toMatchObject([
    { kind: "note", body: "ana: restarted db-2", happenedAt: "2026-01-15T02:02:00.000Z" },
    { kind: "verification", body: "luis: vuelve\n  poco a poco", happenedAt: "2026-01-15T02:03:00.000Z" },
  ]);
});

const png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

test("a pasted picture is an entry with what was typed", async ({ page, request }, info) => {
  const t = wordsOf(info).quickEntry;
  const key = await declare(request, "Con captura");
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}`);
  await paste(page, info, { name: "grafica.png", type: "image/png", base64: png });
  await expect(page.getByRole("list", { name: t.files })).toContainText("grafica.png");
  await fieldOf(page, info).fill("el pico de las dos");
  await expectNoAxeViolations(page);
  await send(page, info);
  const log = logOf(page, info);
  await expect(log.getByText("el pico de las dos")).toBeVisible();
  await expect(log.getByRole("link", { name: /grafica\.png/ })).toBeVisible();
  await expect(page.getByRole("list", { name: t.files })).toBeHidden();
  expect((await entriesOf(request, key)).at(-1)).toMatchObject({ kind: "attachment" });
});

test("a secret leaves masked, unless somebody says that it is none", async ({ page, request }, info) => {
  const t = wordsOf(info).quickEntry;
  const key = await declare(request, "Con secretos");
  await signIn(page, "responder");
  await page.goto(`/incidents/${key}`);
  const secret = `ghp_${"a1B2".repeat(9)}`;
  const preview = page.getByRole("region", { name: t.secretsPreview });
  const field = fieldOf(page, info);
  await field.fill(`el token es ${secret}`);
  await expect(preview).toBeVisible();
  await expect(preview).not.toContainText(secret);
  await send(page, info);
  await expect(logOf(page, info)).toContainText("el token es");
  await field.fill(`/evidence ejemplo ${secret}`);
  await preview.getByRole("button").click();
  await expect(preview).toContainText(secret);
  await send(page, info);
  await expect(logOf(page, info)).toContainText(`ejemplo ${secret}`);
  const bodies = (await entriesOf(request, key)).map(({ body }) => body);
  expect(bodies.filter((body) => body.includes(secret))).toEqual([`ejemplo ${secret}`]);
});

test("the others see who is here and who writes, never what", async ({ page, request, browser }, info) => {
  const t = wordsOf(info).quickEntry;
  const key = await declare(request, "En compañía");
  const other = await (await browser.newContext(info.project.use)).newPage();
  await signIn(page, "responder");
  await signIn(other, "editor");
  await page.goto(`/incidents/${key}`);
  await other.goto(`/incidents/${key}`);
  const faces = page.getByRole("list", { name: t.here });
  await expect(faces).toContainText(person("editor").name);
  await expect(other.getByRole("list", { name: t.here })).toContainText(person("responder").name);
  await fieldOf(other, info).pressSequentially("todavía un secreto");
  const line = page.getByText(new RegExp(`^${person("editor").name} .*…$`));
  await expect(line).toBeVisible();
  await expect(page.getByText("todavía un secreto")).toBeHidden();
  await send(other, info);
  await expect(line).toBeHidden();
  await expect(logOf(page, info)).toContainText("todavía un secreto");
  await other.context().close();
  await expect(faces).toBeHidden();
});

test("nothing that is written can run, load or disguise itself", async ({ page, request }, info) => {
  const key = await declare(request, "Hostil");
  const hostile = [
    "[pulsa](javascript:alert(1)) <img src=x onerror=alert(1)> {process.env} ![fuera](https://evil.example/x.png)",
    "<script>alert(1)</script>",
    "factura\u202Egnp.exe",
    `${"> ".repeat(30)}hondo ${"*".repeat(5_000)}`,
    "```js\nconst a = 1;\n```",
  ];
  for (const body of hostile)
    await request.post(`/api/v1/incidents/${key}/timeline`, {
      headers: bearer("responder"),
      data: { kind: "note", body },
    });
  page.on("dialog", () => {
    throw new Error("a script ran");
  });
  await signIn(page, "viewer");
  await page.goto(`/incidents/${key}`);
  const log = logOf(page, info);
  await expect(log).toContainText("<script>alert(1)</script>");
  await expect(log).toContainText("[pulsa](javascript:alert(1)) <img src=x onerror=alert(1)> {process.env}");
  await expect(log.getByRole("link", { name: "fuera" })).toHaveAttribute("href", "https://evil.example/x.png");
  await expect(log.locator("img")).toHaveCount(0);
  await expect(log).toContainText("facturaU+202Egnp.exe");
  await expect(log.getByRole("figure").locator(".hljs-keyword")).toHaveText("const");
  await expectNoAxeViolations(page);
});

test("a shell logs a line by the recipe of the documentation", async ({ request, baseURL }) => {
  const key = await declare(request, "Desde la consola");
  const [recipe] = /^bit\(\) \{[\s\S]*?^\}/m.exec(await readFile("docs/api.md", "utf8")) ?? [];
  const before = Date.now();
  await promisify(execFile)("bash", ["-c", `${recipe}\nbit -12m "restarted db-2 'ñ' @nobody"\nbit /sev 2`], {
    env: {
      ...process.env,
      BIT_URL: baseURL,
      BIT_INCIDENT: key,
      BIT_TOKEN: bearer("responder").authorization.replace("Bearer ", ""),
    },
  });
  const [line, severity] = (await entriesOf(request, key)).slice(-2);
  expect(line).toMatchObject({ kind: "note", body: "restarted db-2 'ñ' @nobody" });
  expect(Math.abs(before - 12 * 60_000 - Date.parse(line?.happenedAt ?? ""))).toBeLessThan(20_000);
  expect(severity).toMatchObject({ kind: "severity" });
});
