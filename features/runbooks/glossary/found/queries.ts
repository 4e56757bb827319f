import type { Ctx } from "@/lib/context";
import { type Found, short } from "../../worklist/found";
import type { Shelf } from "../../worklist/refresh/shelf";
import { glossary } from "../file/adapter";
import { glossaryFile } from "../meaning";

/** Lines of the glossary that are passed over: one finding for the file, with its first problem. */
export async function glossarySource(_: Ctx, __: Shelf): Promise<Found[]> {
  const { problems } = await glossary();
  const [first] = problems;
  if (!first) return [];
  const said = Object.entries(first.values).map(([key, value]) => [`problem.${key}`, short(value)]);
  const { rule, line, column } = first;
  return [
    {
      kind: "glossary-line",
      subject: glossaryFile,
      runbook: null,
      service: null,
      owner: "",
      title: glossaryFile,
      line,
      blob: null,
      values: {
        ...Object.fromEntries(said),
        rule,
        message: short(first.message),
        line: String(line),
        column: String(column),
        count: String(problems.length),
      },
      fingerprint: problems
        .map((one) => `${one.line}:${one.column} ${one.rule}`)
        .join(" ")
        .slice(0, 500),
      since: null,
      dueOn: null,
    },
  ];
}
