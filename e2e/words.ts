import type { TestInfo } from "@playwright/test";
import en from "../messages/en.json" with { type: "json" };
import es from "../messages/es.json" with { type: "json" };

/** The interface's words in the language of a test's project. */
export const wordsOf = (info: TestInfo) => (info.project.name.endsWith("-en") ? en : es);

export const isPhone = (info: TestInfo) => info.project.name.startsWith("phone");
