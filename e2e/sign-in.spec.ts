import { expect, test } from "./fixtures";
import { signIn } from "./people";

test("somebody signs in and is known on every page", async ({ page }) => {
  await signIn(page, "responder");
  await page.goto("/account");
  await expect(page.getByRole("main")).toContainText("responder@pruebas.example.org");
});
