import { test } from 'vitest';
import { unified } from 'unified';
import remarkParse from 'remark-parse';
import remarkGfm from 'remark-gfm';
import { readFileSync } from 'node:fs';
import { Lines } from '../../server/text/lines.ts';
import { makeProse, languageOf } from '../../server/document/prose.ts';
import { loadCatalogue } from '../../server/catalogue/library.ts';
import { makeLibrary, review } from '../../server/assess/review.ts';
import pages from 'catalogue:pages';
function read(text: string): any {
  const tree: any = unified().use(remarkParse).use(remarkGfm).parse(text);
  const blocks: any[] = [], headings: any[] = [];
  const prose = (n: any) => { let t='', o: number[]=[]; const walk=(m:any)=>{ if(m.type==='text'){ for(let i=0;i<m.value.length;i++){ t+= m.value[i]==='\n'?' ':m.value[i]; o.push(m.position.start.offset+i);} } else (m.children??[]).forEach((c:any)=>{ if(c.type!=='list') walk(c)}); }; walk(n); return makeProse(t,o,n.position.end.offset); };
  const add=(kind:string,n:any,leadIn?:number)=>{ blocks.push({kind,span:{start:n.position.start.offset,end:n.position.end.offset},prose:prose(n),under:headings.length-1,number:undefined,leadIn,row:undefined,quoted:false}); return blocks.length-1; };
  const go=(n:any,lead?:number)=>{ let last=lead; for(const c of n.children){ if(c.type==='heading'){ headings.push({level:c.depth,number:undefined,text:prose(c).text,span:{start:c.position.start.offset,end:c.position.end.offset}}); add('heading',c);} else if(c.type==='paragraph') last=add('paragraph',c,n.type==='listItem'?lead:undefined); else if(c.type==='list') for(const i of c.children) go(i,last); } };
  go(tree);
  const section={text,blocks:()=>blocks,headings:()=>headings};
  return {text,lines:new Lines(text),language:languageOf(text),declaration:{span:{start:0,end:0},hasFrontMatter:false,own:undefined,types:[],applies:true,addressee:undefined,actingFor:undefined,buyer:undefined,title:undefined},sections:[{section,offset:0,above:[]}],title:headings[0]&&{text:headings[0].text,span:headings[0].span},suppressions:[],problems:[],notChecked:[]};
}
test('x',()=>{
  const cat=loadCatalogue(pages);
  console.log(cat.problems.slice(0,10), cat.requirements.length, cat.concepts.length);
  const lib=makeLibrary(cat);
  for(const r of cat.requirements) for(const e of r.examples){
    const d=read(e.text); const rep=review(d,lib,{types:[e.type],levels:{}}); const a=rep.assessments.find(a=>a.requirement.id===r.id)!;
    console.log(a.outcome===e.outcome?'ok ':'BAD', r.id, e.language,e.type,'want',e.outcome,'got',a.outcome, a.error??'', a.outcome===e.outcome?'':JSON.stringify(a.evidence.map(x=>[x.text,x.trace.force,x.trace.bearer]))+JSON.stringify(a.nearest.map(n=>[n.text,n.lacking.map(l=>l.message.en)])));
    if(e.line<90) console.log(rep.findings.map(f=>f.level+' '+f.message.en));
  }
});
