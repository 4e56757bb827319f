import { z } from "zod";

export const Reminder = z.object({
  id: z.string(),
  owner: z.string(),
  /** Monday of its week. */
  week: z.string(),
  createdAt: z.iso.datetime(),
  /** Of what it mentioned, how many are still open, and how many of those are urgent. */
  open: z.number().int(),
  urgent: z.number().int(),
  /** The oldest of them. */
  oldest: z.object({ kind: z.string(), title: z.string(), since: z.iso.datetime() }),
});
export type Reminder = z.output<typeof Reminder>;
export const ReminderList = z.object({ reminders: z.array(Reminder) });

export const ReminderRef = z.object({ reminderId: z.uuid() });
export type ReminderRef = z.output<typeof ReminderRef>;
