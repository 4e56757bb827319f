// npm run demo: fills a portal with four incidents and a drill made of the five guides, so that its screens can be seen alive.
// Everything goes through the same commands as a person's clicks; running it twice adds nothing.
import { system } from "@/lib/auth/actor";
import { withPortalDatabase } from "@/lib/db/standalone";
import { Narrator } from "./demo/narrator";
import { loginFailure, outage, queue, rehearsal, slowCache } from "./demo/stories";

await withPortalDatabase(process.cwd(), async (db) => {
  const people = await Narrator.people({ db, actor: system, now: () => new Date(), source: "system", locale: "es" });
  for (const story of [loginFailure, slowCache, queue, rehearsal, outage]) {
    const narrator = new Narrator(db, people, story.startedMinutesAgo);
    console.log((await story.tell(narrator)) ? `✓ ${story.title}` : `· ${story.title}: already there`);
  }
  for (const { email, password } of people.made) console.log(`${email}  ${password}`);
});
process.exit(); // the migration engine keeps a timer of ten seconds after its work is done
