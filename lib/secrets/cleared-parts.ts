import { z } from "zod";
import { secretKinds } from "./patterns";

/** Parts of a request's texts that a person looked at and says are no secrets, as `secret_found` named them. */
export const ClearedParts = z
  .array(
    z.object({
      field: z.string().max(40),
      kind: z.enum(secretKinds),
      from: z.number().int().min(0),
      to: z.number().int().min(0),
    }),
  )
  .max(500);
