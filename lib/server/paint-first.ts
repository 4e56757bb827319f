/** What Next writes of its scripts in a page: fetched at once, and run as soon as they are there. */
const scripts = /<script src="(\/_next\/static\/[^"<>]+\.js)" async=""><\/script>/g;
const preloads = /<link rel="preload" as="script" fetchPriority="low" href="\/_next\/static\/[^"<>]+\.js"\/>/g;

/** Asks for a page's scripts once the page is painted, or at once where nobody sees it or the browser does not tell. */
export const starter = [
  "(()=>{const start=()=>{",
  `for(const held of document.querySelectorAll('script[type="held"]')){const script=document.createElement("script");`,
  `script.src=held.getAttribute("src");script.async=true;held.replaceWith(script)}`,
  // The browser's first list of locales takes 10 to 20 ms and its first formatter of dates 5, which it has while it waits for them.
  `setTimeout(()=>{Intl.NumberFormat.supportedLocalesOf("en");setTimeout(()=>Intl.DateTimeFormat())})};`,
  `const told=PerformanceObserver.supportedEntryTypes?.includes("paint");`,
  `if(document.visibilityState!=="visible"||!told)return start();`,
  `new PerformanceObserver((seen)=>seen.getEntriesByName("first-contentful-paint").length&&start()).observe({type:"paint",buffered:true});`,
  `addEventListener("visibilitychange",start,{once:true});setTimeout(start,3000)})()`,
].join("");

/**
 * A page whose scripts are fetched after its first paint, so that they share neither a slow line with its style nor a slow processor with
 * its layout. A page without scripts of Next's stays as it is.
 */
export function paintFirst(html: string): string {
  const held = html.replace(scripts, '<script type="held" src="$1" async=""></script>').replace(preloads, "");
  const end = held.lastIndexOf("</body>");
  return held === html || end === -1 ? html : `${held.slice(0, end)}<script>${starter}</script>${held.slice(end)}`;
}
