// The script of a binder: the portal's own search, keys, copying, language and theme. Runs from `file://`, without a network.
import { setExtraMeanings } from "../../search/glossary";
import { type PortableIndex, unpack } from "../../search/portable-index";
import { buildIndex, type SearchIndex } from "../../search/search-index";
import { searchText } from "../../search/search-text";
import { addCopyButtons } from "./copying";
import { moveByKeys } from "./keys";
import { showResults } from "./results";
import type { Spoken } from "./spoken";
import { addSwitches } from "./switches";
import { openHash } from "./view";

type Data = { index: PortableIndex; words: Spoken };
const { index: portable, words } = JSON.parse(document.getElementById("data")?.textContent ?? "{}") as Data;

setExtraMeanings(portable.meanings ?? []);
let built: SearchIndex | null = null;
const index = () => {
  built ??= buildIndex(unpack(portable));
  return built;
};

document.documentElement.classList.add("js");
// On a narrow screen the outline would push the text away.
if (matchMedia("(width < 64rem)").matches) document.getElementById("contents")?.removeAttribute("open");
addSwitches();
addCopyButtons(words);
showResults(words, (query) => searchText(index(), query, 40));
moveByKeys();
openHash();
addEventListener("hashchange", openHash);
