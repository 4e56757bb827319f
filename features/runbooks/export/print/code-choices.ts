/** Which codes lead a telephone from paper to the portal: to procedures, to each step too, or none. */
export const codeChoices = ["procedures", "steps", "none"] as const;
export type CodeChoice = (typeof codeChoices)[number];
