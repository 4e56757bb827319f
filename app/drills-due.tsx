import { DueDrills } from "@/features/runs/components/drills/due-drills";
import { loadDueDrills } from "@/features/runs/drills/loaders";

/** The drills that wait to be started, of one service or of all; nothing where there are none. */
export async function DrillsDue({ service }: { service?: string }) {
  return <DueDrills {...(await loadDueDrills(service))} />;
}
