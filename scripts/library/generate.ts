import { type Failure, failures, type Lang, type Part, parts } from "./parts";

export type GeneratedRunbook = { path: string; source: string; lang: Lang };

const teams = ["Plataforma", "Datos", "Pagos", "Identidad", "Red", "Búsqueda", "Mensajería", "Entrega"];
const areas =
  "alta baja carrito cobros correo cuentas envios facturas fraude geo imagenes informes inventario mapas ofertas pedidos perfiles precios reservas saldo stock ventas video web".split(
    " ",
  );
const tiers = ["api", "batch", "core", "edge", "sync", "worker", "store", "gate"];

/**
 * A library of runbooks for measuring: the same for the same count, half in Spanish and half in English, each with two to
 * five procedures that differ from the others in part, failure, service and words of its own.
 */
export function* generateLibrary(count: number): Generator<GeneratedRunbook> {
  for (let number = 0; number < count; number += 1) yield runbookNumber(number);
}

function runbookNumber(number: number): GeneratedRunbook {
  const random = generator(number + 1);
  const lang: Lang = number % 2 === 0 ? "es" : "en";
  const service = `${areas[number % areas.length]}-${tiers[Math.floor(number / areas.length) % tiers.length]}`;
  const part = parts[Math.floor(random() * parts.length)] as Part;
  const own = word(random);
  const name = `${part.name}-${own}-${number}`;
  const title = lang === "es" ? `${part.name} de ${own} en ${service}` : `${part.name} of ${own} in ${service}`;
  const chosen = shuffled(failures, random).slice(0, 2 + Math.floor(random() * 4));
  const body = chosen.map((failure, index) => procedure(failure, part, { lang, service, own, index, random }));
  const matter = [
    "---",
    `title: "${title}"`,
    `service: ${service}`,
    `lang: ${lang}`,
    `owner: ${teams[number % teams.length]}`,
    `criticality: ${["critical", "high", "medium", "low"][number % 4]}`,
    `tags: [${part.name}, ${part.kind}]`,
    `reviewed: 2026-0${1 + (number % 9)}-1${number % 10}`,
    "reviewEvery: 180d",
    "---",
  ];
  return { path: `${service}/${name}`, lang, source: `${matter.join("\n")}\n\n${body.join("\n\n")}\n` };
}

type Around = { lang: Lang; service: string; own: string; index: number; random: () => number };

function procedure(failure: Failure, part: Part, { lang, service, own, index, random }: Around): string {
  const about = (text: string) => text.replaceAll("#", part.name);
  const say = (es: string, en: string) => (lang === "es" ? es : en);
  const id = `${failure.id}-${index + 1}`;
  const host = `${part.name}-${1 + Math.floor(random() * 9)}.${own}.internal`;
  const command = (text: string) => `\`\`\`bash\n${text.replaceAll("<host>", host)}\n\`\`\``;
  const alert = `${part.name[0]?.toUpperCase()}${part.name.slice(1).replace(/\W/g, "")}${failure.alert}`;
  return [
    `<Procedure id="${id}" title="${about(failure.title[lang])} (${own})" severity="SEV${1 + (index % 4)}" alerts="${alert}">`,
    `<Symptoms>\n${failure.symptoms[lang].map((line) => `- ${about(line)}`).join("\n")}\n- \`${failure.error}\`\n</Symptoms>`,
    `<Causes>${failure.cause[lang]}: ${filler(random, 12)}.</Causes>`,
    "<Diagnosis>",
    ...part.commands.map((text, at) =>
      step(
        `${id}-look-${at + 1}`,
        say(
          `Mirar ${part.name} desde ${service} (${failure.id} ${at + 1})`,
          `Look at ${part.name} from ${service} (${failure.id} ${at + 1})`,
        ),
        [
          say(
            `Si aparece ${word(random)}, seguir. ${filler(random, 18)}.`,
            `If ${word(random)} shows up, go on. ${filler(random, 18)}.`,
          ),
          command(text),
        ],
      ),
    ),
    "</Diagnosis>",
    "<Remediation>",
    step(`${id}-fix`, failure.fix[lang], [filler(random, 25), command(`systemctl restart ${part.name}-${own}`)], true),
    "</Remediation>",
    "<Verification>",
    step(`${id}-check`, say(`Comprobar ${own}`, `Check ${own}`), [filler(random, 14)]),
    "</Verification>",
    "</Procedure>",
  ].join("\n\n");
}

const step = (id: string, title: string, body: string[], change = false) =>
  `<Step id="${id}" title="${title}"${change ? ' kind="change" irreversible' : ""}>\n\n${body.join("\n\n")}\n\n</Step>`;

const onsets = "b br c ch cl cr d dr f fl g gr j l m n p pl pr r s t tr v z".split(" ");
const vowels = ["a", "e", "i", "o", "u", "ia", "ue"];

/** A word of no language, so that texts differ as those of real systems do: by names. */
function word(random: () => number): string {
  const syllables = 2 + Math.floor(random() * 2);
  const pick = (list: string[]) => list[Math.floor(random() * list.length)] ?? "";
  return Array.from({ length: syllables }, () => pick(onsets) + pick(vowels)).join("");
}

// A few words are used all the time and most hardly ever, as in any text.
const filler = (random: () => number, words: number) =>
  Array.from({ length: words }, () => word(generator(1 + Math.floor(20_000 * random() ** 4)))).join(" ");

function shuffled<T>(list: T[], random: () => number): T[] {
  return list
    .map((entry) => ({ entry, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ entry }) => entry);
}

/** Numbers from 0 to 1 that are the same for the same seed: Mulberry32, by Tommy Ettinger, in the public domain. */
function generator(seed: number): () => number {
  let state = Math.imul(seed, 0x9e3779b9);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
