import { afterEach, expect, test, vi } from "vitest";
import { env, fillIn, settingsAreSettled } from "./env";

afterEach(() => vi.unstubAllEnvs());

test("settings are read as they are, and what is no setting is named", () => {
  vi.stubEnv("READ_ACCESS", "members");
  expect(env().READ_ACCESS).toBe("members");
  vi.stubEnv("READ_ACCESS", "nobody");
  expect(() => env()).toThrow(/READ_ACCESS/);
  expect(env({ PORT: "8080" }).PORT).toBe(8_080);
});

test("once they are settled, only what is filled in changes them", () => {
  vi.stubEnv("TIME_ZONE", "Europe/Madrid");
  vi.stubEnv("NEXTAUTH_URL", undefined);
  settingsAreSettled();
  expect(env().TIME_ZONE).toBe("Europe/Madrid");
  vi.stubEnv("TIME_ZONE", "America/Lima");
  expect(env().TIME_ZONE).toBe("Europe/Madrid");
  fillIn("NEXTAUTH_URL", "http://localhost:3000");
  expect(env()).toMatchObject({ NEXTAUTH_URL: "http://localhost:3000", TIME_ZONE: "America/Lima" });
  expect(env({ TIME_ZONE: "UTC" }).TIME_ZONE).toBe("UTC");
});
