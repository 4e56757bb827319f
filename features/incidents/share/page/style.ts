/** The look of a stakeholder's page: the portal's colours, in one style sheet that the page's policy names by its hash. */
export const style = `
:root{color-scheme:light dark;--canvas:light-dark(oklch(0.984 0.003 225),oklch(0.165 0.012 240));--surface:light-dark(oklch(1 0 0),oklch(0.2 0.014 240));--raised:light-dark(oklch(0.902 0.008 225),oklch(0.315 0.018 240));--line:light-dark(oklch(0.902 0.008 225),oklch(0.315 0.018 240));--ink:light-dark(oklch(0.235 0.02 240),oklch(0.945 0.006 225));--muted:light-dark(oklch(0.46 0.02 235),oklch(0.745 0.016 230));--accent:light-dark(oklch(0.475 0.09 195),oklch(0.8 0.115 190));--warning:light-dark(oklch(0.475 0.1 68),oklch(0.83 0.11 82));--warning-soft:light-dark(oklch(0.972 0.025 85),oklch(0.26 0.035 80))}
*{box-sizing:border-box}
body{margin:0;background:var(--canvas);color:var(--ink);font:1rem/1.55 ui-sans-serif,system-ui,-apple-system,"Segoe UI",Roboto,sans-serif;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
.page{max-width:44rem;margin:0 auto;padding:1.5rem 1rem 3rem}
h1{font-size:1.5rem;line-height:1.25;margin:.25rem 0 1rem}
h2{font-size:1rem;margin:2rem 0 .75rem}
h2.small{margin:0 0 .25rem}
h3{font-size:.8125rem;color:var(--muted);font-weight:600;margin:.75rem 0 .125rem}
p{margin:0 0 .5rem}
a{color:var(--accent);text-underline-offset:2px}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
.small{font-size:.8125rem;color:var(--muted)}
.brand{font-weight:600;color:var(--muted);font-size:.8125rem}
.card{border:1px solid var(--line);border-radius:.375rem;background:var(--surface);padding:1rem;margin:0 0 .75rem}
.status{font-size:1.25rem;font-weight:600;line-height:1.35;margin:0 0 .25rem}
.way{list-style:none;display:grid;grid-template-columns:repeat(5,minmax(0,1fr));gap:.25rem;padding:0;margin:1rem 0 0;font-size:.75rem;color:var(--muted)}
.way li{border-top:.375rem solid var(--raised);padding-top:.25rem}
.way li.past{border-color:var(--accent)}
.way li[aria-current]{border-color:var(--accent);color:var(--ink);font-weight:600}
.next{border-top:1px solid var(--line);margin:1rem 0 0;padding-top:.75rem}
.late{background:var(--warning-soft);color:var(--warning);font-weight:600;border-radius:.375rem;padding:.5rem .75rem;border-top:0}
.update time{font-weight:600}
.update ul,.update ol{padding-left:1.25rem;margin:0 0 .5rem}
pre{overflow-x:auto;background:var(--canvas);border:1px solid var(--line);border-radius:.375rem;padding:.5rem .75rem;font-size:.8125rem}
table{border-collapse:collapse;display:block;overflow-x:auto}th,td{border:1px solid var(--line);padding:.125rem .5rem;text-align:left}
[hidden]{display:none}
@media (max-width:30rem){.way span{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}.way li{position:relative}}
`;
