import { fold } from "./fold";

const shortest = 4;
const longestEnding = 6;
/** Endings that carry number, gender, tense or the making of a noun, in Spanish and in English; the longest that fits goes. */
const dropped =
  "amientos imientos amiento imiento aciones acion ations ation ating ated ates ate abamos iendo yendo ando ieron aron aban aba ados adas idos idas ado ada ido ida mente arse irse ings ing ed ar ir an en".split(
    " ",
  );
/** Plurals after a consonant, and nouns whose last letters differ between the two languages: how many letters go. */
const shortened: [string, number][] = [
  ["uciones", 5],
  ["iciones", 5],
  ["ciones", 5],
  ["siones", 5],
  ["ucion", 3],
  ["icion", 3],
  ["cion", 3],
  ["sion", 3],
  ["utions", 4],
  ["itions", 4],
  ["ctions", 4],
  ["sions", 4],
  ["ution", 3],
  ["ition", 3],
  ["ction", 3],
  ["umenes", 4],
  ["ied", 2],
  ["ies", 2],
  ["ores", 2],
  ["ales", 2],
  ["anes", 2],
  ["ines", 2],
  ["ones", 2],
  ["ares", 2],
  ["eres", 2],
];
const endings = [...dropped.map((ending): [string, number] => [ending, ending.length]), ...shortened].sort(
  ([a], [b]) => b.length - a.length,
);

// The words of runbooks repeat: an index is built several times faster with these at hand.
const known = new Map<string, string>();
const most = 200_000;

/**
 * What a word and its other forms are found by, lightly: `errores` → `error`, `inválidas` and `invalid` → `invalid`,
 * `reiniciando` and `reinicio` → `reinici`, `crashed` → `crash`. A key, not a word; but its beginning, so that a word is found
 * while it is typed.
 */
export function stem(word: string): string {
  const held = known.get(word);
  if (held !== undefined) return held;
  const own = ` ${word}`.slice(1); // a part of a text would hold the whole of it in memory
  const made = makeStem(fold(own));
  if (known.size >= most) known.clear();
  known.set(own, made);
  return made;
}

function makeStem(folded: string): string {
  if (folded.length < shortest || /[^a-z\u00f1]/.test(folded)) return folded;
  for (const [ending, letters] of endings) {
    if (!folded.endsWith(ending)) continue;
    const rest = folded.slice(0, -letters);
    // A short rest has lost what it was about: `open`, `card`, `speed` stay.
    if (rest.length >= shortest) return undoubled(rest);
  }
  const singular = /(?<![su])s$/.test(folded) ? folded.slice(0, -1) : folded;
  if (singular.length < shortest) return singular;
  const bare = /[aoe]$/.test(singular) ? singular.slice(0, -1) : singular.replace(/y$/, "i");
  return bare.length < shortest - 1 ? singular : undoubled(bare);
}

/** `stopp` → `stop`, `runn` → `run`; `fall` and `kill` stay as they are written anyway: all of their forms do. */
const undoubled = (text: string) => (text.length >= shortest ? text.replace(/([bdgmnprt])\1$/, "$1") : text);

/** The keys that longer forms of a word being typed may have: `facturac` is on its way to `facturación`, which is `factur`. */
export const stemsOfLonger = (typed: string): string[] =>
  Array.from({ length: /^[a-zñ]+$/.test(typed) ? longestEnding : 0 }, (_, at) => typed.slice(0, -1 - at)).filter(
    ({ length }) => length >= shortest,
  );
