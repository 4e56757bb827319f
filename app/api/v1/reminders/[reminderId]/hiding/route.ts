import { hideReminderContract } from "@/features/runbooks/worklist/api";
import { hideReminder } from "@/features/runbooks/worklist/reminders/commands";
import { endpoint } from "@/lib/http/endpoint";

export const POST = endpoint(hideReminderContract, hideReminder);
