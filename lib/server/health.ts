import { setTimeout as sleep } from "node:timers/promises";
import { redact } from "@/lib/log";

/** Looks at one thing that the portal depends on. @throws Error saying what is wrong */
export type Probe = () => Promise<unknown>;
export type Readiness = {
  status: "ready" | "degraded";
  checks: Record<string, { ok: boolean; ms: number; why?: string }>;
};

/** Runbooks that have been read, of how many. What has not been is read when it is asked for, so the portal is ready meanwhile. */
export type Reading = { read: number; total: number };

/** A dependency that does not answer in this time is away. Milliseconds. */
const patienceMs = 1_500;

/** Asks every dependency at once. Degraded is still worth serving: runbooks need less than incidents do. */
export async function readiness(probes: Record<string, Probe>): Promise<Readiness> {
  const checks = Object.fromEntries(
    await Promise.all(Object.entries(probes).map(async ([name, probe]) => [name, await examine(probe)] as const)),
  );
  return { status: Object.values(checks).every(({ ok }) => ok) ? "ready" : "degraded", checks };
}

async function examine(probe: Probe) {
  const began = performance.now();
  const elapsed = () => Math.round(performance.now() - began);
  try {
    const late = sleep(patienceMs).then(() => Promise.reject(new Error(`no answer in ${patienceMs} ms`)));
    await Promise.race([probe(), late]);
    return { ok: true, ms: elapsed() };
  } catch (error) {
    return { ok: false, ms: elapsed(), why: String(redact(error instanceof Error ? error.message : String(error))) };
  }
}
