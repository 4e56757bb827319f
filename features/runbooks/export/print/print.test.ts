import decodeQR from "qr/decode.js";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { nobody } from "@/lib/auth/actor";
import { type ContentRepository, contentRepository } from "@/test/content-repository";
import { printRunbook } from "../queries";
import { qrSvg } from "./qr-code";

const anyone = { actor: nobody, locale: "es" as const, now: () => new Date("2026-01-15T03:10:00Z") };
const origin = "http://127.0.0.1:3000";

let content: ContentRepository;
beforeEach(() => {
  content = contentRepository("own");
});
afterEach(() => {
  content.remove();
  vi.unstubAllEnvs();
});

/** What a telephone reads: the drawing as black and white pixels, four to a module. */
function readBack(svg: string): string {
  const size = Number(/viewBox="0 0 (\d+)/.exec(svg)?.[1]);
  const scale = 4;
  const width = size * scale;
  const data = new Uint8Array(width * width * 4).fill(255);
  for (const [, x, y, run] of svg.matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g))
    for (let row = 0; row < scale; row++)
      for (let column = 0; column < Number(run) * scale; column++) {
        const at = ((Number(y) * scale + row) * width + Number(x) * scale + column) * 4;
        data.fill(0, at, at + 3);
      }
  return decodeQR({ width, height: width, data });
}

const codesIn = (html: string) => [...html.matchAll(/<svg class="qr".*?<\/svg>/g)].map(([svg]) => readBack(svg));

test("a code says the address that it was made of", () => {
  const address = "https://bitacora.example.org/runbooks/agente-hotelero-api/emergencias#api-no-responde";
  const svg = qrSvg(address, "Código");
  expect(readBack(svg)).toBe(address);
  expect(svg.length).toBeLessThan(8_000);
});

test.each([
  ["procedures", ["", "#api-no-responde"]],
  ["steps", ["", "#api-no-responde", "#ver-logs"]],
  ["none", []],
] as const)("with codes for %s, they lead to the portal's own addresses", async (codes, anchors) => {
  vi.stubEnv("NEXTAUTH_URL", "https://bitacora.example.org/");
  const { html } = await printRunbook(anyone, "api/emergencias", { codes, origin });
  expect(codesIn(html)).toEqual(
    anchors.map((anchor) => `https://bitacora.example.org/runbooks/api/emergencias${anchor}`),
  );
});

test("without a setting the codes lead to where the reader is", async () => {
  vi.stubEnv("NEXTAUTH_URL", "");
  const { html } = await printRunbook(anyone, "api/emergencias", { codes: "procedures", origin });
  expect(codesIn(html)[0]).toBe(`${origin}/runbooks/api/emergencias`);
});

test("service, commit and day stand in the margin of each page", async () => {
  const { html, policy } = await printRunbook(anyone, "api/emergencias", { codes: "none", origin });
  const commit = content.git("rev-parse", "HEAD").trim().slice(0, 12);
  expect(html).toContain(`@bottom-left{content:"api · ${commit} · 2026-01-15"}`);
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; script-src 'sha256-/);
});

test("who may not read may not print, and what is not there is not found", async () => {
  const options = { codes: "none", origin } as const;
  await expect(printRunbook(anyone, "api/nada", options)).rejects.toMatchObject({ code: "not_found" });
  vi.stubEnv("READ_ACCESS", "members");
  await expect(printRunbook(anyone, "api/emergencias", options)).rejects.toMatchObject({ code: "unauthenticated" });
});
