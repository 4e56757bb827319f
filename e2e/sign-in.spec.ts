import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, person, signIn } from "./people";

const inEither = { email: /Correo|E-mail/, password: /^(Contraseña|Password)$/, submit: /^(Entrar|Sign in)$/ };

test.describe("the sign-in page", () => {
  test.use({ expectedErrors: [/status of 401/] });

  test("keeps the e-mail after a wrong password and leads to where somebody wanted to go", async ({ page }) => {
    const { email, password } = person("viewer");
    await page.goto("/incidents");
    await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Fincidents/);
    await page.getByLabel(inEither.email).fill(email);
    await page.getByLabel(inEither.password).fill("not this one");
    const main = page.getByRole("main");
    await main.getByRole("button", { name: inEither.submit }).click();
    await expect(main.getByRole("alert")).toHaveText(/no son correctos|is not right/);
    await expect(page.getByLabel(inEither.email)).toHaveValue(email);
    await expectNoAxeViolations(page);
    await page.getByLabel(inEither.password).fill(password);
    await main.getByRole("button", { name: inEither.submit }).click();
    await expect(page).toHaveURL(/\/incidents$/);
  });

  for (const target of ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]) {
    test(`does not lead to ${target}`, async ({ page }) => {
      const { email, password } = person("viewer");
      await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(target)}`);
      await page.getByLabel(inEither.email).fill(email);
      await page.getByLabel(inEither.password).fill(password);
      await page.getByRole("main").getByRole("button", { name: inEither.submit }).click();
      await page.waitForURL((url) => url.pathname === "/");
    });
  }

  test("refuses a form that another site sends", async ({ page, request }) => {
    await page.goto("/sign-in");
    const form = { ...person("viewer"), csrfToken: "guessed", json: "true" };
    await request.post("/api/auth/callback/password", { form });
    const me = await request.get("/api/v1/me");
    expect(me.status()).toBe(401);
  });
});

test("somebody signs in and is known on every page", async ({ page }) => {
  await signIn(page, "responder");
  await page.goto("/account");
  await expect(page.getByRole("main")).toContainText(person("responder").email);
});

test("signing out ends the session and has the browser forget its copies of pages", async ({ page }) => {
  await signIn(page, "viewer");
  await page.goto("/account");
  await expectNoAxeViolations(page);
  const answer = page.waitForResponse("**/api/auth/signout");
  await page
    .getByRole("main")
    .getByRole("button", { name: /^(Salir|Sign out)$/ })
    .click();
  expect((await (await answer).allHeaders())["clear-site-data"]).toBe('"cache"');
  await page.waitForURL((url) => url.pathname === "/");
  expect((await page.request.get("/api/v1/me")).status()).toBe(401);
});

test("an open session feels a role change and a disabling within seconds", async ({ page, request }, { project }) => {
  const who = { email: `cambia-${project.name}@example.org`, name: "Cambia", role: "admin" };
  const headers = bearer("admin");
  const made = await (await request.post("/api/v1/people", { data: who, headers })).json();
  await page.goto("/sign-in");
  await page.getByLabel(inEither.email).fill(who.email);
  await page.getByLabel(inEither.password).fill(made.password);
  await page.getByRole("main").getByRole("button", { name: inEither.submit }).click();
  await page.waitForURL((url) => url.pathname === "/");

  const change = (data: object) => request.patch(`/api/v1/people/${made.person.id}`, { data, headers });
  const status = async (path: string) => (await page.request.get(path)).status();
  expect(await status("/api/v1/people")).toBe(200);
  await change({ role: "viewer" });
  await expect.poll(() => status("/api/v1/people")).toBe(403);
  await change({ disabled: true });
  await expect.poll(() => status("/api/v1/me")).toBe(401);
});

test("an administrator adds a person and hands over the password that is shown once", async ({ page }, { project }) => {
  await signIn(page, "admin");
  await page.goto("/admin/people");
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: /Añadir a una persona|Add a person/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(/^(Nombre|Name)/).fill("Nueva Persona");
  await dialog.getByLabel(/Correo|E-mail/).fill(`nueva-${project.name}@example.org`);
  await expectNoAxeViolations(page);
  await dialog.getByRole("button", { name: /^(Añadir|Add)$/ }).click();
  await expect(page.getByRole("dialog").locator("code")).toHaveText(/^(\w{5}-){3}\w{5}$/);
  await page.getByRole("button", { name: /Ya lo tengo|I have it/ }).click();
  await expect(page.getByText(`nueva-${project.name}@example.org`)).toBeVisible();
});

for (const section of ["tokens", "audit"]) {
  test(`administration of ${section} can be read by everybody who may`, async ({ page }) => {
    await signIn(page, "admin");
    await page.goto(`/admin/${section}`);
    await expect(page.getByRole("table")).toBeVisible();
    await expectNoAxeViolations(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    expect(wide, "scrolls sideways").toBe(false);
  });
}
