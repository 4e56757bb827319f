/** For a box that scrolls by itself: reachable by keyboard, as WCAG 2.1.1 wants and Safari does not do unasked. */
export const scrollable = { tabIndex: 0 } as const;
