import { listRemindersContract } from "@/features/runbooks/worklist/api";
import { listReminders } from "@/features/runbooks/worklist/reminders/queries";
import { endpoint } from "@/lib/http/endpoint";

export const GET = endpoint(listRemindersContract, listReminders);
