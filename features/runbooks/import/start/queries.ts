import { authorize } from "@/lib/auth/policy";
import type { Ctx } from "@/lib/context";
import { vocabulary } from "../../editor/vocabulary";
import { listRunbooks } from "../../library/queries";
import { publishingPolicy } from "../../publishing/policy";
import type { ImportStart } from "../import-start";

type Reader = Pick<Ctx, "actor">;

/** What the import starts with: services by name, and none of their runbooks, of which there may be thousands. */
export async function importStart({ actor }: Reader): Promise<ImportStart> {
  authorize(publishingPolicy, "edit", actor, null);
  const services = new Set((await listRunbooks()).map(({ service }) => service));
  return { person: actor.id ?? "", services: [...services].sort(), vocabulary: vocabulary() };
}

/** The paths that runbooks of a service have already, those of refused files included. */
export async function takenPaths({ actor }: Reader, { service }: { service: string }): Promise<{ paths: string[] }> {
  authorize(publishingPolicy, "edit", actor, null);
  return { paths: (await listRunbooks()).flatMap((one) => (one.service === service ? [one.path] : [])) };
}
