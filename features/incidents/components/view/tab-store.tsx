"use client";
import { createContext, use } from "react";

export const tabs = ["lists", "timeline", "facts"] as const;
export type Tab = (typeof tabs)[number];

const noTabs = () => {};

/** Brings one of the three parts of an incident into view: on a phone they are tabs. */
export const TabContext = createContext<(tab: Tab) => void>(noTabs);
export const useShowTab = () => use(TabContext);
