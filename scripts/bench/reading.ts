import { fork } from "node:child_process";
import { once } from "node:events";
import { get } from "node:http";
import { fileURLToPath } from "node:url";
import { requestsPerSecond, type Served } from "./measure";
import { type BenchPart, milliseconds, perSecond, ratio } from "./world";

/** As browsers ask. */
const headers = { "accept-encoding": "br", accept: "text/html", "accept-language": "es" };
/** In this time a page is compressed as well as can be. */
const settleMs = 3_000;

type Sent = { type: string; encoding: string; body: Buffer };

/** A runbook page beside a bare `node:http` server that sends the same compressed bytes from memory, each a process of its own. */
export const reading: BenchPart = async ({ url }) => {
  const { runbooks } = (await (await fetch(`${url}/api/v1/runbooks`)).json()) as { runbooks: { path: string }[] };
  if (!runbooks[0]) throw new Error("there is no runbook to measure");
  const page = `${url}/runbooks/${runbooks[0].path}`;
  await sent(page);
  await new Promise((resolve) => setTimeout(resolve, settleMs));
  const same = await sent(page);
  const portal = await requestsPerSecond(page, { headers });
  const bare = await bareRate(same);
  console.table({
    "a runbook page": {
      portal: perSecond(portal.rate),
      bare: perSecond(bare.rate),
      ratio: ratio(portal.rate, bare.rate),
      p99: milliseconds(portal.p99),
      "bare p99": milliseconds(bare.p99),
      bytes: same.body.length,
      encoding: same.encoding,
    },
  });
};

/** What comes over the wire: `fetch` would unpack it. */
const sent = (url: string): Promise<Sent> =>
  new Promise((resolve, reject) => {
    get(url, { headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer
        .on("data", (chunk: Buffer) => chunks.push(chunk))
        .once("end", () => {
          const { "content-type": type = "", "content-encoding": encoding = "identity" } = answer.headers;
          resolve({ type, encoding, body: Buffer.concat(chunks) });
        });
    }).once("error", reject);
  });

async function bareRate(page: Sent): Promise<Served> {
  const file = fileURLToPath(new URL("bare-server.ts", import.meta.url));
  const server = fork(file, { execArgv: ["--import", "tsx"], serialization: "advanced" });
  try {
    server.send(page);
    const [port] = (await once(server, "message")) as [number];
    return await requestsPerSecond(`http://127.0.0.1:${port}/`, { headers });
  } finally {
    server.disconnect();
  }
}
