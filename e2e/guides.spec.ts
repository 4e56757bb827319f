import { readdirSync, readFileSync } from "node:fs";
import type { APIRequestContext } from "@playwright/test";
import { squeeze, textOf, unitsOf } from "../test/guides/units";
import { expect, test } from "./fixtures";

const folder = "test/fixtures/guides";

/** The text of every page below `/runbooks/<service>`, as somebody reads it who has not signed in. */
async function readService(request: APIRequestContext, service: string): Promise<string> {
  const prefix = `/runbooks/${service}`;
  const queue = [prefix];
  const seen = new Set<string>();
  let text = "";
  for (let path = queue.shift(); path; path = queue.shift()) {
    if (seen.has(path)) continue;
    seen.add(path);
    const response = await request.get(path, { headers: { "accept-language": "es" } });
    if (!response.ok()) continue;
    const html = await response.text();
    text += textOf(html);
    for (const [, href = ""] of html.matchAll(/href="([^"#?]+)/g)) {
      if (href.startsWith(`${prefix}/`) && !/\/(edit|history|new)$/.test(href)) queue.push(href);
    }
  }
  return squeeze(text);
}

for (const file of readdirSync(folder)) {
  const service = file.replace(/\.md$/, "");
  test(`nothing of the guide ${service} is lost on the way to the screen`, async ({ request }) => {
    const text = await readService(request, service);
    const lost = unitsOf(readFileSync(`${folder}/${file}`, "utf8")).filter(
      (unit) => !text.includes(squeeze(unit.text)),
    );
    expect(lost.map(({ line, text }) => `${file}:${line} ${text}`)).toEqual([]);
  });
}
