import type { SearchIndex } from "@/features/runbooks/search/search-index";
import {
  crowdIndex,
  crowdQueries,
  evaluate,
  evaluationIndex,
  evaluationQueries,
  heldOutIndex,
  heldOutQueries,
  type Query,
  shares,
} from "../../test/search-evaluation/evaluate";

/** How many of the queries of the repository find the right runbook and section; the floors are in `test/search-evaluation.test.ts`. */
export function printEvaluation(): void {
  print("the portal's runbooks and those written for the evaluation", evaluationIndex(), evaluationQueries());
  print("other people's runbooks beside them", heldOutIndex(), heldOutQueries());
  print("indexes, pages of everything and twins beside all of them", crowdIndex(), crowdQueries());
}

function print(over: string, index: SearchIndex, queries: Query[]): void {
  const { measures, misses } = evaluate(index, queries);
  const percent = (part: number) => `${(100 * part).toFixed(1)} %`;
  console.log(`${queries.length} queries over ${over}`);
  console.table(
    Object.fromEntries(
      [...measures].map(([kind, measure]) => {
        const { first, inFive, section, reciprocal } = shares(measure);
        return [
          kind,
          {
            queries: measure.queries,
            "hit@1": percent(first),
            "hit@5": percent(inFive),
            "right section": percent(section),
            MRR: reciprocal.toFixed(3),
          },
        ];
      }),
    ),
  );
  for (const { query, rank, found } of misses)
    console.log(
      `  ${query.kind}: ${query.text.split("\n")[0]}: wanted ${query.path}, rank ${rank || "none"}, first is ${found}`,
    );
}
