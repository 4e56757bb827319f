/** Whether runbook pages are served from memory. They bring the small client then (docs/decisions/0043-the-small-client.md). */
export const pagesFromMemory: boolean = true;
