"use client";
import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { chime, unlockSound } from "./chime";

const key = "bitacora-sound";
const changed = "bitacora-sound-changed";

function subscribe(listener: () => void) {
  window.addEventListener(changed, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener("storage", listener);
  };
}

function read(): boolean {
  try {
    return localStorage.getItem(key) === "on";
  } catch {
    return false; // a browser without storage stays silent
  }
}

/** Whether limits and nudges are heard in this browser: off until somebody turns it on, and remembered. */
export function useSound() {
  const on = useSyncExternalStore(subscribe, read, () => false);
  /** After a reload a browser wants a click or a key before it plays anything. */
  const [waiting, setWaiting] = useState(false);
  useEffect(() => {
    if (!on) return setWaiting(false);
    let over = false;
    const unlock = () => void unlockSound().then((heard) => !over && setWaiting(!heard));
    unlock();
    const gestures = ["pointerdown", "keydown"] as const;
    for (const gesture of gestures) window.addEventListener(gesture, unlock);
    return () => {
      over = true;
      for (const gesture of gestures) window.removeEventListener(gesture, unlock);
    };
  }, [on]);
  const toggle = useCallback(async () => {
    const next = !read();
    try {
      localStorage.setItem(key, next ? "on" : "off");
    } catch {
      return;
    }
    window.dispatchEvent(new Event(changed));
    if (next && (await unlockSound())) chime();
  }, []);
  return { on, waiting, toggle };
}
