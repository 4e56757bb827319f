// npm start: the portal as it was bundled with its build (lib/server/server-bundle.ts), which takes a third less time. Where there is none of
// these sources, the sources themselves, which make it.
import { readFileSync } from "node:fs";

// Libraries choose their build by this while they are being imported, which a bundle does before anything of its own.
Object.assign(process.env, { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });

const inBundle = (file) => new URL(`.next/portal/${file}.mjs`, import.meta.url);

async function isCurrent() {
  try {
    const { sourceStamp } = await import(inBundle("lib/server/build-stamp"));
    const built = readFileSync(new URL(".next/bitacora-build", import.meta.url), "utf8").trim();
    return built === sourceStamp(import.meta.dirname);
  } catch {
    return false; // never built, or by a version without one
  }
}

if (await isCurrent()) await import(inBundle("server"));
else {
  const { register } = await import("tsx/esm/api");
  register();
  await import("./server.ts");
}
