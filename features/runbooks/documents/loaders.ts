import { cache } from "react";
import { admitted } from "@/lib/http/page-access";
import { pageContext } from "@/lib/http/page-context";
import { listPostMortems, postMortemPage } from "./queries";

/** The published post-mortems, of one service where the address names one, and the services that have any. */
export const loadPostMortems = (service: string | null) =>
  admitted("/postmortems", async () => {
    const all = await listPostMortems(await pageContext());
    const services = [...new Set(all.flatMap(({ matter }) => matter?.services ?? []))].toSorted();
    const shown = service ? all.filter(({ matter }) => matter?.services.includes(service)) : all;
    return { postMortems: shown, services, total: all.length };
  });

export const loadPostMortemPage = cache((path: string) =>
  admitted(`/${path}`, async () => postMortemPage(await pageContext(), path)),
);
