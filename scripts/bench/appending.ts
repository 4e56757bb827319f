import { rawInsertRate, requestsPerSecond } from "./measure";
import { apiHeaders, type BenchPart, milliseconds, newIncident, perSecond, ratio } from "./world";

/** Durable entries on one timeline through the API beside bare INSERTs, both at 32 connections. */
export const appending: BenchPart = async (world) => {
  const raw = await rawInsertRate(world.databaseUrl);
  const appends = await requestsPerSecond(`${world.url}${await newIncident(world)}/timeline`, {
    method: "POST",
    headers: apiHeaders(world),
    body: JSON.stringify({ body: "reinicié db-2" }),
  });
  console.table({
    "an entry on a timeline": {
      portal: perSecond(appends.rate),
      bare: perSecond(raw),
      ratio: ratio(appends.rate, raw),
      p50: milliseconds(appends.p50),
      p99: milliseconds(appends.p99),
    },
  });
};
