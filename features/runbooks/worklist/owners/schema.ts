import { z } from "zod";

/** Somebody answers for an owner that runbooks name. Without a person, whoever calls. */
export const AnswerFor = z.object({
  owner: z.string().trim().min(1).max(300),
  personId: z.uuid().optional(),
});
export type AnswerFor = z.output<typeof AnswerFor>;

export const Owner = z.object({
  /** As runbooks write it. */
  name: z.string(),
  /** Runbooks that name it. */
  runbooks: z.number().int(),
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** The owner is this person's own name: there is nothing to take back. */
      byName: z.boolean(),
    }),
  ),
  mine: z.boolean(),
});
export type Owner = z.output<typeof Owner>;
export const OwnerList = z.object({ owners: z.array(Owner) });
export type OwnerList = z.output<typeof OwnerList>;
