import { SectionMessages } from "@/components/layout/section-messages";
import { WaitingList } from "@/features/incidents/components/handover/waiting-list";
import { loadWaiting } from "@/features/incidents/handover/loaders";

/** What waits for the reader's own word, on the pages where they start. */
export async function WaitingForYou() {
  return (
    <SectionMessages section="incidents">
      <WaitingList waiting={await loadWaiting()} />
    </SectionMessages>
  );
}
