import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { type ExportOffer, offerExport } from "./offer/queries";
import { ScopeInput, scopeOf } from "./scope";

type Parameters = Record<string, string | string[] | undefined>;

/** What the page of exports offers for `?of=` a runbook or a service; everything where it names neither. */
export function loadExportOffer({ of }: Parameters): Promise<ExportOffer> {
  const name = typeof of === "string" && of !== "" ? { [of.includes("/") ? "runbook" : "service"]: of } : {};
  const asked = ScopeInput.safeParse(name);
  const scope = scopeOf(asked.success ? asked.data : {});
  return admitted("/export", async () => offerExport(await pageContext(), scope));
}
