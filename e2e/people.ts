import type { APIRequestContext, Page } from "@playwright/test";
import type { Role } from "@/lib/auth/roles";
import type { TestPeople, TestPerson } from "@/test/portal-people";

/** The people of the portal under test, one a role; `scripts/e2e.ts` makes them before the browser starts. */
export function person(role: Role): TestPerson {
  return (JSON.parse(process.env.E2E_PEOPLE ?? "{}") as TestPeople)[role];
}

/** Headers for calls to the API as that role. */
export const bearer = (role: Role) => ({ authorization: `Bearer ${person(role).token}` });

/** Signs in through the form, as a person would. */
export async function signIn(page: Page, role: Role): Promise<void> {
  const { email, password } = person(role);
  await page.goto("/sign-in");
  await page.locator('input[type="email"], input[name="email"]').fill(email);
  await page.locator('input[type="password"]').fill(password);
  await page.locator('form:has(input[type="password"]) button[type="submit"]').click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}

/** Declares an incident of the hotel's API. @returns its key */
export async function declareIncident(request: APIRequestContext, title: string): Promise<string> {
  const data = { title, severity: "SEV2", services: ["agente-hotelero-api"] };
  const answer = await request.post("/api/v1/incidents", { headers: bearer("responder"), data });
  return ((await answer.json()) as { key: string }).key;
}
