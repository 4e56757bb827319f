import type { Tx } from "@/lib/db/client";

/** Names of the portal's people of which a text may hold a word; accents and case do not matter. */
export async function namesIn(tx: Tx, text: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT name FROM person
    WHERE EXISTS (
      SELECT FROM regexp_split_to_table(translate(lower(name), 'áàäâéèëêíìïîóòöôúùüûñç', 'aaaaeeeeiiiioooouuuunc'), '[^[:alnum:]]+') AS word
      WHERE length(word) > 1 AND strpos(translate(lower(${text.slice(0, 300)}), 'áàäâéèëêíìïîóòöôúùüûñç', 'aaaaeeeeiiiioooouuuunc'), word) > 0
    )
    LIMIT 200`;
  return rows.map(({ name }) => name);
}
