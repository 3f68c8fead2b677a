import { chromium } from '@playwright/test';
import { AxeBuilder } from '@axe-core/playwright';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const base='http://localhost:4977';
const first = await (await b.newContext()).newPage();
await first.goto(base+'/incidents',{timeout:170000});
const href = (await first.$$eval('a[href^="/incidents/"]', as=>as.map(a=>[a.textContent,a.getAttribute('href')]))).find(([t])=>t.includes('build farm'))?.[1];
for (const scheme of ['light','dark']) for (const w of [390, 1280]) { const c = await b.newContext({viewport:{width:w,height:900}, colorScheme:scheme}); const p = await c.newPage();
 for (const path of ['/incidents', href, '/incidents/96', '/', '/incidents?month=2020-01', '/incidents/9999', '/incidents?month=x']) { const r = await p.goto(base+path,{timeout:170000}); const f = await new AxeBuilder({page:p}).exclude('nextjs-portal').analyze(); const o = await p.evaluate(()=>document.documentElement.scrollWidth-window.innerWidth); console.log(scheme,w,path,r.status(),o,f.violations.map(v=>v.id+': '+v.nodes[0].html).join(' | ')); } await c.close(); if (w===390 && scheme==='dark') break; }
await b.close();
