import { fold } from "./fold";

const shortest = 4;
/** Endings that carry number, gender, tense or the making of a noun, in Spanish and in English; the first that fits goes. */
const endings: [string, string][] = [
  ["aciones", "at"],
  ["uciones", "ut"],
  ["iciones", "it"],
  ["ciones", "c"],
  ["siones", "s"],
  ["acion", "at"],
  ["ucion", "ut"],
  ["icion", "it"],
  ["cion", "c"],
  ["ations", "at"],
  ["ution", "ut"],
  ["ation", "at"],
  ["ition", "it"],
  ["ction", "ct"],
  ["ctions", "ct"],
  ["sions", "s"],
  ["sion", "s"],
  ["amientos", ""],
  ["imientos", ""],
  ["amiento", ""],
  ["imiento", ""],
  ["aciendo", "ac"],
  ["iendo", ""],
  ["yendo", ""],
  ["ando", ""],
  ["ieron", ""],
  ["aron", ""],
  ["abamos", ""],
  ["aban", ""],
  ["aba", ""],
  ["ados", ""],
  ["adas", ""],
  ["idos", ""],
  ["idas", ""],
  ["ado", ""],
  ["ada", ""],
  ["ido", ""],
  ["ida", ""],
  ["mente", ""],
  ["ating", "at"],
  ["ated", "at"],
  ["ates", "at"],
  ["ate", "at"],
  ["ings", ""],
  ["ing", ""],
  ["ied", "i"],
  ["ies", "i"],
  ["ed", ""],
  ["arse", ""],
  ["irse", ""],
  ["ar", ""],
  ["ir", ""],
  ["umenes", "um"],
  ["ores", "or"],
  ["ales", "al"],
  ["anes", "an"],
  ["ines", "in"],
  ["ones", "on"],
  ["ares", "ar"],
  ["eres", "er"],
  ["an", ""],
  ["en", ""],
];

// The words of runbooks repeat: an index is built several times faster with these at hand.
const known = new Map<string, string>();
const most = 200_000;

/**
 * What a word and its other forms are found by, lightly: `errores` → `error`, `inválidas` and `invalid` → `invalid`,
 * `reiniciando` and `reinicio` → `reinici`, `crashed` → `crash`. A key, not a word.
 */
export function stem(word: string): string {
  const held = known.get(word);
  if (held !== undefined) return held;
  const made = makeStem(fold(word));
  if (known.size >= most) known.clear();
  known.set(word, made);
  return made;
}

function makeStem(folded: string): string {
  if (folded.length < shortest || /[^a-z\u00f1]/.test(folded)) return folded;
  for (const [ending, instead] of endings) {
    if (!folded.endsWith(ending)) continue;
    const rest = folded.slice(0, -ending.length);
    // A short rest has lost what it was about: `open`, `card`, `speed` stay.
    if (rest.length + instead.length < shortest || (instead === "" && rest.length < shortest)) continue;
    return undoubled(rest + instead);
  }
  const singular = /(?<![su])s$/.test(folded) ? folded.slice(0, -1) : folded;
  if (singular.length < shortest) return singular;
  const bare = /[aoe]$/.test(singular) ? singular.slice(0, -1) : singular.replace(/y$/, "i");
  return bare.length < shortest - 1 ? singular : undoubled(bare);
}

/** `stopp` → `stop`, `runn` → `run`; `fall` and `kill` stay as they are written anyway: all of their forms do. */
const undoubled = (text: string) => (text.length >= shortest ? text.replace(/([bdgmnprt])\1$/, "$1") : text);
