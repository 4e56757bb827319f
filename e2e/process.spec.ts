import { expect, expectNoAxeViolations, test } from "./fixtures";

test("the portal says that it is alive and ready", async ({ request }) => {
  expect((await request.get("/healthz")).status()).toBe(200);
  const ready = await request.get("/readyz");
  expect(await ready.json()).toMatchObject({
    status: "ready",
    checks: { database: { ok: true }, content: { ok: true } },
  });
  expect(ready.status()).toBe(200);
  expect(await (await request.get("/metrics")).text()).toContain('bitacora_build_info{version="');
});

test("the home page works under a policy without inline scripts or eval", async ({ page }) => {
  const response = await page.goto("/");
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy.match(/script-src [^;]*/)?.[0]).toMatch(/^script-src 'self'( 'sha256-[\w+/]{43}=')+$/);
  expect(response?.headers()["x-content-type-options"]).toBe("nosniff");
  await expect(page.getByRole("main")).toBeVisible();
  await expectNoAxeViolations(page);
});

test.describe("a script that is written into the page", () => {
  test.use({ expectedErrors: [/inline script violates the following Content Security Policy/] });

  test("does not run", async ({ page }) => {
    await page.goto("/");
    const refusals = await page.evaluate(async () => {
      const refused: string[] = [];
      document.addEventListener("securitypolicyviolation", (event) => refused.push(event.effectiveDirective));
      const script = document.createElement("script");
      script.textContent = "document.title = 'taken over'";
      document.body.append(script);
      await new Promise((resolve) => setTimeout(resolve, 100));
      return refused;
    });
    expect(refusals).toEqual(["script-src-elem"]);
    expect(await page.title()).not.toBe("taken over");
  });
});

test.describe("an address that does not exist", () => {
  test.use({ expectedErrors: [/status of 404/] });

  test("says so, in the house's own words", async ({ page }) => {
    const response = await page.goto("/no-such-page");
    expect(response?.status()).toBe(404);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expectNoAxeViolations(page);
  });
});
