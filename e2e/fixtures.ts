import AxeBuilder from "@axe-core/playwright";
import { test as base, type ConsoleMessage, expect, type Page } from "@playwright/test";
import { waitForScripts } from "./alive";

type Fixtures = {
  /** Console errors that this test provokes on purpose. */
  expectedErrors: RegExp[];
  /** Fails the test for what went wrong unseen: console errors, exceptions, refusals of the Content-Security-Policy. */
  quietPage: undefined;
};

export const test = base.extend<Fixtures, { patient: undefined }>({
  patient: [
    async ({ browser }, use) => {
      waitForScripts(browser);
      await use(undefined);
    },
    { scope: "worker", auto: true },
  ],
  expectedErrors: [[], { option: true }],
  quietPage: [
    async ({ context, expectedErrors }, use) => {
      const heard: string[] = [];
      const note = (text: string) => {
        if (!expectedErrors.some((pattern) => pattern.test(text))) heard.push(text);
      };
      context.on("console", (message) => {
        if (message.type() === "error") note(described(message));
      });
      context.on("weberror", ({ error }) => note(String(error().stack ?? error())));
      await use(undefined);
      expect(heard, "errors in the browser's console").toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

const described = (message: ConsoleMessage) => `${message.text()} (${message.location().url})`;

/**
 * WCAG 2.2, levels A and AA, as far as axe can tell. In one go in the page and without the addresses of all that is right, which
 * finds the same in less than half the time: the other way is for frames of other origins, and no page has any.
 */
export async function expectNoAxeViolations(page: Page): Promise<void> {
  expect(page.frames(), "frames would have to be looked at the other way").toHaveLength(1);
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ["violations"] })
    .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
    .analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target).join(", ")})`,
  );
  expect(found, `accessibility of ${page.url()}`).toEqual([]);
}
