// Asks a server everything once, some at a time, and prints how long each took: a process of its own, so that the clock is not
// stopped by the server's work. What to ask comes through standard input.
import { Agent, get } from "node:http";
import { text } from "node:stream/consumers";
import { type Asking, atOnce } from "./search-load";

const { url, queries, encoding } = JSON.parse(await text(process.stdin)) as Asking;
const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
const headers = encoding ? { "accept-encoding": encoding } : {};
const times: number[] = [];
let bytes = 0;

const ask = (query: string) =>
  new Promise<void>((resolve, reject) => {
    const began = performance.now();
    get(`${url}?q=${encodeURIComponent(query)}`, { agent, headers }, (answer) => {
      answer
        .on("data", (chunk: Buffer) => {
          bytes += chunk.length;
        })
        .once("end", () => {
          times.push(performance.now() - began);
          if (answer.statusCode === 200) resolve();
          else reject(new Error(`${answer.statusCode} for ${query}`));
        });
    }).once("error", reject);
  });

let next = 0;
const took = performance.now();
await Promise.all(
  Array.from({ length: atOnce }, async () => {
    while (next < queries.length) await ask(queries[next++] as string);
  }),
);
console.log(JSON.stringify({ times, bytes, ms: performance.now() - took }));
agent.destroy();
