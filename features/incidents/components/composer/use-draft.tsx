"use client";
import { useCallback, useEffect, useRef, useState } from "react";
import { useOutbox } from "@/components/layout/outbox/use-outbox";

/** Text of a field that survives a reload, a crash and a closed tab, in this browser, for the person who wrote it. */
export function useDraft(name: string): [string, (text: string) => void] {
  const { person } = useOutbox();
  const [text, setText] = useState("");
  const latest = useRef("");
  const before = useRef<string | null>(null);
  const key = person && `bitacora-draft:${person}:${name}`;
  const show = useCallback((next: string) => {
    latest.current = next;
    setText(next);
  }, []);
  useEffect(() => {
    if (!key) return;
    const first = before.current === null;
    before.current = key;
    // Who was quicker than the page keeps what they typed: it is stored as soon as it is known whose it is, and for nobody else.
    if (first && latest.current) store(key, name, latest.current);
    else show(kept(key) || kept(unnamed(name)));
  }, [key, name, show]);
  const keep = useCallback(
    (next: string) => {
      show(next);
      if (key) store(key, name, next);
    },
    [key, name, show],
  );
  return [text, keep];
}

/** Where earlier versions kept it, which did not say whose it is. */
const unnamed = (name: string) => `bitacora-draft:${name}`;

function store(key: string, name: string, text: string): void {
  try {
    if (text) localStorage.setItem(key, text);
    else localStorage.removeItem(key);
    localStorage.removeItem(unnamed(name));
  } catch {
    // No storage in this browser: the text stays as long as the page does.
  }
}

function kept(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
