import { SectionMessages } from "@/components/layout/section-messages";
import { WaitingList, waitingRow } from "@/features/incidents/components/handover/waiting-list";
import { loadWaiting } from "@/features/incidents/handover/loaders";
import { ReviewsWaiting } from "@/features/runbooks/reviewing/components/reviews-waiting";
import { loadReviewsWaiting } from "@/features/runbooks/reviewing/loaders";
import { ReminderRows } from "@/features/runbooks/worklist/components/reminder-rows";
import { loadReminders } from "@/features/runbooks/worklist/loaders";

/** What waits for the reader's own word, on the pages where they start. */
export async function WaitingForYou() {
  const [waiting, reminders, reviews] = await Promise.all([loadWaiting(), loadReminders(), loadReviewsWaiting()]);
  return (
    <>
      <SectionMessages section="incidents">
        <WaitingList
          waiting={waiting}
          more={reminders.length > 0 && <ReminderRows reminders={reminders} className={waitingRow} />}
        />
      </SectionMessages>
      <ReviewsWaiting {...reviews} />
    </>
  );
}
