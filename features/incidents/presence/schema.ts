import { z } from "zod";

/** What a screen shows of its page: a step, a tab; empty where the page has no parts. */
export const Place = z.string().max(200);

export const MoveScreen = z.object({
  /** Id of the screen, as its stream told it in the event `here`. */
  screen: z.uuid(),
  place: Place,
});
export type MoveScreen = z.output<typeof MoveScreen>;

export const MovedScreen = z.object({
  /** False when that screen is not open any more, or is somebody else's. */
  moved: z.boolean(),
});
export type MovedScreen = z.output<typeof MovedScreen>;

/** Who has something open now, each person once, by name. */
export const Presence = z.object({
  people: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** What their screens show, the latest move first. */
      places: z.array(z.string()),
    }),
  ),
});
export type Presence = z.output<typeof Presence>;
