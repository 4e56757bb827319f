/**
 * Keeps a stakeholder's page current: asks again every half minute, puts the new text in its place, and shows times as clocks of
 * the reader. Without it the page is complete and has a link to load it anew. The page's policy names it by its hash.
 */
export const script = `
"use strict";
(() => {
  const lang = document.documentElement.lang;
  const every = 30000;
  let shown = document.querySelector("main").innerHTML;
  let timer;
  const clock = (at) => {
    const sameDay = at.toDateString() === new Date().toDateString();
    const day = sameDay ? {} : { day: "numeric", month: "short" };
    return new Intl.DateTimeFormat(lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZoneName: "short", ...day }).format(at);
  };
  const away = (at) => {
    const minutes = Math.round((at - Date.now()) / 60000);
    const words = new Intl.RelativeTimeFormat(lang, { numeric: "auto" });
    return Math.abs(minutes) < 90 ? words.format(minutes, "minute") : words.format(Math.round(minutes / 60), "hour");
  };
  const clocks = () => {
    for (const time of document.querySelectorAll("time[datetime]")) time.textContent = clock(new Date(time.dateTime));
    for (const due of document.querySelectorAll("[data-due]")) {
      const at = new Date(due.dataset.due);
      const late = at <= Date.now();
      due.classList.toggle("late", late);
      due.querySelector("[data-ahead]").hidden = late;
      due.querySelector("[data-late]").hidden = !late;
      for (const part of due.querySelectorAll("[data-away]")) part.textContent = "(" + away(at) + ")";
    }
  };
  const look = async () => {
    clearTimeout(timer);
    const lost = document.getElementById("lost");
    try {
      const answer = await fetch(location.href, { cache: "no-store", credentials: "omit" });
      if (answer.status === 404) return location.reload();
      if (!answer.ok) throw new Error(String(answer.status));
      const next = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main");
      if (next.innerHTML !== shown) {
        shown = next.innerHTML;
        document.querySelector("main").replaceWith(document.adoptNode(next));
        const said = document.getElementById("said");
        said.textContent = said.dataset.text;
      }
      lost.hidden = true;
      document.getElementById("checked").dateTime = new Date().toISOString();
    } catch {
      lost.hidden = false;
    }
    clocks();
    timer = setTimeout(look, every);
  };
  clocks();
  setInterval(clocks, 10000);
  timer = setTimeout(look, every);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") look(); });
  addEventListener("online", look);
})();
`;
