import { z } from "zod";

export const HandedOver = z.object({
  path: z.string(),
  /** Where it will lie below the content folder. */
  file: z.string(),
  /** Words and signs of the source that stand on its page. */
  compared: z.number().int(),
});
export type HandedOver = z.infer<typeof HandedOver>;

export const HandFile = z.object({
  importId: z.uuid(),
  /** `<service>/<name>`, with folders between if there are any. */
  file: z.string().min(3).max(400),
  /** Its place in what is imported: two that would have the same name are told apart by it. */
  source: z.string().min(1).max(600),
});
export type HandFile = z.infer<typeof HandFile>;

export const HandedFile = z.object({
  /** The name that it will have below the folder of the runbooks. */
  file: z.string(),
  /** This very file is there already: nothing to publish. */
  there: z.boolean(),
});
export type HandedFile = z.infer<typeof HandedFile>;
