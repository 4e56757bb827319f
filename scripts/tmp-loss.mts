import { readFileSync, readdirSync } from "node:fs";
import { importMarkdown } from "@/features/runbooks/import/import-markdown";
const known = new Set(readdirSync("test/import-corpus/expected").map(n=>n.replace(".txt","")));
for (const f of readdirSync("test/import-corpus/texts")) {
  const n=f.replace(".md",""); if (known.has(n)) continue;
  const s=performance.now();
  const r = importMarkdown(readFileSync("test/import-corpus/texts/"+f), { path: `importados/${n}` });
  const all = r.mdx===null?null:r.take(r.proposals.map(p=>p.id));
  const bad = r.notices.filter(x=>/as-text$/.test(x.rule)&&/block|file/.test(x.rule));
  const again = r.mdx===null?null: importMarkdown(all!.mdx,{path:`importados/${n}`,file:"x.mdx"}).mdx===all!.mdx;
  console.log(n, r.mdx===null?"REFUSED "+JSON.stringify(r.problems[0]?.message):"", r.equivalence.complete, all?.equivalence.complete, again, r.proposals.length, bad.map(b=>b.rule+":"+b.line+":"+b.text.slice(0,40)).join(";"), r.equivalence.missing.slice(0,3), Math.round(performance.now()-s)+"ms");
}
