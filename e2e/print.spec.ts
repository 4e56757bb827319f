import { inflateSync } from "node:zlib";
import type { APIRequestContext } from "@playwright/test";
import { expect, expectNoAxeViolations, test } from "./fixtures";
import { bearer, signIn } from "./people";

/** Pages of a PDF, and the characters that somebody can copy out of it (the fonts' maps to Unicode, ISO 32000-1, 9.10.3). */
function readPdf(pdf: Buffer): { pages: number; letters: Set<string> } {
  const raw = pdf.toString("latin1");
  const letters = new Set<string>();
  for (const { index } of raw.matchAll(/stream\r?\n/g)) {
    const start = index + (raw.startsWith("stream\r", index) ? 8 : 7);
    const end = raw.indexOf("endstream", start);
    let text = "";
    try {
      text = inflateSync(pdf.subarray(start, end)).toString("latin1");
    } catch {
      continue; // a picture, or a stream that is not compressed
    }
    if (!text.includes("beginbfchar") && !text.includes("beginbfrange")) continue;
    for (const [, from = "", to = from, code = ""] of text.matchAll(
      /<([0-9A-F]{2,4})> (?:<([0-9A-F]{2,4})> )?<([0-9A-F]{4})>/gi,
    )) {
      const size = Number.parseInt(to, 16) - Number.parseInt(from, 16);
      for (let at = 0; at <= size; at += 1) letters.add(String.fromCodePoint(Number.parseInt(code, 16) + at));
    }
  }
  return { pages: raw.match(/\/Type\s*\/Page\b/g)?.length ?? 0, letters };
}

async function longNight(request: APIRequestContext, entries: number): Promise<string> {
  const headers = bearer("responder");
  const declared = await request.post("/api/v1/incidents", {
    headers,
    data: { title: "Noche larga: señal Ω", severity: "SEV1", services: ["agente-hotelero-api"] },
  });
  const { key } = (await declared.json()) as { key: string };
  const wide = `docker logs ${"x".repeat(400)}`;
  const bodies = Array.from({ length: entries }, (_, at) => `Entrada ${at}: **reinicio** de \`db-${at}\``);
  for (const body of [...bodies, `\`\`\`bash\n${wide}\n\`\`\``, "Panel: [Grafana](https://grafana.example.com/d/1)"])
    await request.post(`/api/v1/incidents/${key}/timeline`, { headers, data: { kind: "note", body } });
  return key;
}

test("the record of an incident makes a good PDF, in the dark too", async ({ page, request }) => {
  const key = await longNight(request, 120);
  await signIn(page, "viewer");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto(`/incidents/${key}/record`);
  await expect(page.getByRole("heading", { level: 1, name: /Noche larga/ })).toBeVisible();
  await expectNoAxeViolations(page);

  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await page.setViewportSize({ width: 674, height: 980 }); // what A4 leaves between its margins, at 96 dpi
  await expect(page.getByRole("banner")).toBeHidden();
  const look = await page.evaluate(() => {
    const { color, backgroundColor } = getComputedStyle(document.body);
    return { color, backgroundColor, wider: document.documentElement.scrollWidth - window.innerWidth };
  });
  expect(look).toEqual({ color: "rgb(0, 0, 0)", backgroundColor: "rgb(255, 255, 255)", wider: 0 });
  const link = page.getByRole("link", { name: "Grafana" });
  expect(await link.evaluate((one) => getComputedStyle(one, "::after").content)).toContain(
    "https://grafana.example.com/d/1",
  );

  const { pages, letters } = readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(pages).toBeGreaterThan(3);
  expect(pages).toBeLessThan(15);
  expect([..."ñΩ0"].filter((letter) => !letters.has(letter))).toEqual([]);
});

test("a runbook prints as a document, without the portal around it", async ({ page }) => {
  await page.goto("/runbooks/agente-hotelero-api/emergencias");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("banner")).toBeHidden();
  const { pages } = readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(pages).toBeGreaterThan(2);
});
