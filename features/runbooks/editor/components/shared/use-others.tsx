"use client";
import { useEffect, useRef, useState } from "react";

type Person = { id: string; name: string };

/** Who else has the text open, and a call for each version that somebody saved. Reconnects by itself. */
export function useOthers(api: string, me: string, onSaved: (version: number) => void): Person[] {
  const [people, setPeople] = useState<Person[]>([]);
  const saved = useRef(onSaved);
  saved.current = onSaved;
  useEffect(() => {
    const source = new EventSource(`${api}/stream`);
    source.addEventListener("presence", (event: MessageEvent<string>) => {
      const { people: present } = JSON.parse(event.data) as { people: Person[] };
      setPeople(present.filter(({ id }) => id !== me));
    });
    source.addEventListener("saved", (event: MessageEvent<string>) => {
      saved.current((JSON.parse(event.data) as { version: number }).version);
    });
    return () => source.close();
  }, [api, me]);
  return people;
}
