"use client";
import { useEffect, useRef, useState } from "react";
import { call } from "@/lib/http/client";
import type { OtherEditor } from "../../../drafts/schema";
import type { Section } from "../../sections";

/** Somebody else who has the runbook open, with the parts that they are in. */
export type Companion = { id: string; name: string; places: string[] };
/** What is published now, and by whom. */
export type PublishedNow = { blob: string; author: string; at: string; message: string } | null;
export type Company = { people: Companion[]; drafts: OtherEditor[]; published: PublishedNow };

/** The place of a screen that is in the front matter; no part of a text is called so. */
export const matterPlace = "---";

/** Who else is editing, whose drafts there are and what is published, kept current; and tells the others where this screen is. */
export function useCompany(path: string, me: string, first: OtherEditor[], section: Section | null): Company {
  const [company, setCompany] = useState<Company>({ people: [], drafts: first, published: null });
  const screen = useRef<string | null>(null);
  const place = section?.kind === "matter" ? matterPlace : (section?.title ?? "").slice(0, 200);
  const current = useRef(place);
  current.current = place;

  useEffect(() => {
    const source = new EventSource(`/api/v1/runbooks/${path}/stream`);
    const on = <T,>(event: string, take: (data: T) => void) =>
      source.addEventListener(event, (message: MessageEvent<string>) => take(JSON.parse(message.data) as T));
    on<{ screen: string }>("here", (here) => {
      screen.current = here.screen;
      void tellPlace(here.screen, current.current);
    });
    on<{ people: Companion[] }>("presence", ({ people }) =>
      setCompany((now) => ({ ...now, people: people.filter(({ id }) => id !== me) })),
    );
    on<{ drafts: OtherEditor[] }>("drafts", ({ drafts }) => setCompany((now) => ({ ...now, drafts })));
    on<PublishedNow>("published", (published) => setCompany((now) => ({ ...now, published })));
    return () => source.close();
  }, [path, me]);

  useEffect(() => {
    if (screen.current) void tellPlace(screen.current, place);
  }, [place]);
  return company;
}

/** Nobody waits for it: the next move says it again. */
const tellPlace = (screen: string, place: string) => call("POST", `/api/v1/presence/${screen}`, { place });
