import type { Page } from "@playwright/test";

declare global {
  interface Window {
    shifts: { value: number; parts: string[] }[];
  }
}

/** Keeps every shift of the layout that no touch or key of the reader explains (Layout Instability, 2.1). */
export const watchShifts = (page: Page) =>
  page.addInitScript(`
    window.shifts = [];
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries()) {
        if (!hadRecentInput) window.shifts.push({ value, parts: sources.map(({ node }) => node?.outerHTML?.slice(0, 120)) });
      }
    }).observe({ type: "layout-shift", buffered: true });
  `);
