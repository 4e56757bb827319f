import { spawn } from "node:child_process";
import { once } from "node:events";
import nodePath from "node:path";
import { type Chain, measureListeners, spread } from "./listeners";
import { measurePainting } from "./painting";
import { apiHeaders, type BenchPart, type BenchWorld, newIncident, ratio } from "./world";

/** From sending an entry until everybody who follows the incident has it, beside a bare chain; p50 / p99. */
export const listening: BenchPart = async (world) => {
  const bare = await bareChain(world.databaseUrl);
  const rows: Record<string, Record<string, string>> = {};
  try {
    for (const listeners of [1, 200, 1_000]) {
      const least = await measureListeners(bare.chain, listeners);
      const ours = await measureListeners(await portalChain(world, await newIncident(world)), listeners);
      rows[`${listeners}`] = {
        "each: portal": spread(ours.each),
        "each: bare": spread(least.each),
        "all: portal": spread(ours.all),
        "all: bare": spread(least.all),
        "all: ratio": `${ratio(ours.all.p50, least.all.p50)} / ${ratio(ours.all.p99, least.all.p99)}`,
      };
    }
  } finally {
    await bare.stop();
  }
  console.log("from sending an entry until they have it, by number of listeners");
  console.table(rows);
  const incident = await newIncident(world);
  const painted = await measurePainting(world, await portalChain(world, incident), incident.replace("/api/v1", ""));
  console.log(`from sending an entry until it is painted on the incident's page: ${spread(painted)}`);
};

async function portalChain(world: BenchWorld, path: string): Promise<Chain> {
  const incident = `${world.url}${path}`;
  const headers = apiHeaders(world);
  return {
    stream: { url: `${incident}/stream`, headers },
    write: async (mark) => {
      const answer = await fetch(`${incident}/timeline`, {
        method: "POST",
        headers,
        body: JSON.stringify({ body: mark }),
      });
      if (answer.status !== 201) throw new Error(`the portal answered ${answer.status}`);
      await answer.arrayBuffer();
    },
  };
}

async function bareChain(databaseUrl: string): Promise<{ chain: Chain; stop: () => Promise<void> }> {
  const script = nodePath.join(import.meta.dirname, "bare-chain.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, databaseUrl], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said] = (await once(child.stdout, "data")) as [Buffer];
  const url = said.toString().trim();
  const write = async (mark: string) => {
    await (await fetch(url, { method: "POST", body: mark })).arrayBuffer();
  };
  const stop = async () => {
    const gone = once(child, "exit");
    child.kill();
    await gone;
  };
  return { chain: { stream: { url }, write }, stop };
}
