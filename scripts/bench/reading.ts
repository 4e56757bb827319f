import { bareServerRate, requestsPerSecond } from "./measure";
import { type BenchPart, perSecond, ratio } from "./world";

/** A runbook page beside a bare `node:http` server that sends the same bytes from memory. */
export const reading: BenchPart = async ({ url }) => {
  const { runbooks } = (await (await fetch(`${url}/api/v1/runbooks`)).json()) as { runbooks: { path: string }[] };
  if (!runbooks[0]) throw new Error("there is no runbook to measure");
  const page = `${url}/runbooks/${runbooks[0].path}`;
  const pages = (await requestsPerSecond(page)).rate;
  const bare = (await bareServerRate(await fetch(page))).rate;
  console.table({ "a runbook page": { portal: perSecond(pages), bare: perSecond(bare), ratio: ratio(pages, bare) } });
};
