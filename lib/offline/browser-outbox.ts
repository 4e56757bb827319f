import { createOutbox, type Outbox, type Told } from "./outbox";
import { sendItem } from "./outbox-send";
import { browserStore } from "./outbox-store";
import { browserTurns } from "./outbox-turns";

/**
 * The outbox of a person in this browser, shared with its other tabs. It looks again when the network comes back and when
 * somebody looks at the page.
 */
export function openOutbox(person: string): { outbox: Outbox; close: () => void } {
  const channel = new BroadcastChannel("bitacora-outbox");
  const outbox = createOutbox(person, {
    store: browserStore(),
    turns: browserTurns(),
    send: sendItem,
    tell: (told: Told) => channel.postMessage(told),
    now: () => Date.now(),
    random: () => Math.random(),
    later(work, ms) {
      const timer = setTimeout(work, ms);
      return () => clearTimeout(timer);
    },
  });
  const ending = new AbortController();
  const wake = () => void outbox.wake();
  channel.addEventListener("message", ({ data }: MessageEvent<Told>) => outbox.hear(data), ending);
  window.addEventListener("online", wake, ending);
  window.addEventListener("pageshow", wake, ending);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && wake(), ending);
  wake();
  // Tabs in which this person was signed out meanwhile.
  channel.postMessage({ type: "signed-in", person } satisfies Told);
  return {
    outbox,
    close() {
      ending.abort();
      outbox.stop();
      channel.close();
    },
  };
}
