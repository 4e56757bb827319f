// Asks a server everything once, some at a time, and prints how long each took: a process of its own, so that the clock is not
// stopped by the server's work.
import { Agent, get } from "node:http";
import { atOnce } from "./search-load";

const [url = "", list = "[]"] = process.argv.slice(2);
const queries = JSON.parse(list) as string[];
const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
const times: number[] = [];

const ask = (query: string) =>
  new Promise<void>((resolve, reject) => {
    const began = performance.now();
    get(`${url}?q=${encodeURIComponent(query)}`, { agent }, (answer) => {
      answer.resume().once("end", () => {
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
console.log(JSON.stringify({ times, ms: performance.now() - took }));
agent.destroy();
