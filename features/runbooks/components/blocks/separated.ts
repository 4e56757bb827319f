/** A rule above each block of a page, but not above the first, nor under a chapter's heading, which separates enough. */
export const separated =
  "mt-10 border-t border-line pt-6 first:mt-0 first:border-0 first:pt-0 [h2+&]:mt-4 [h2+&]:border-0 [h2+&]:pt-0";
