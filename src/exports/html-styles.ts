import { ratingLooks } from '../plan/rating.ts';
import type { Document } from '../documents/document.ts';
import { widthRules } from './html-table.ts';

/** The whole look of a document on screen and on A4; no fonts or pictures from anywhere else. */
export function documentStyles(document: Document): string {
  return [screen, ratingRules(), widthRules, print, pageMargins(document)].join('\n');
}

const screen = `
*{box-sizing:border-box}
html{font-size:100%;-webkit-text-size-adjust:100%}
body{margin:0;background:#EEF1F5;color:#1A1A1A;font:1.0625rem/1.45 "Source Sans 3","Source Sans Pro","Segoe UI",system-ui,sans-serif}
p,li,td,th,caption,figcaption,h1,h2,h3,h4,summary{unicode-bidi:plaintext;overflow-wrap:break-word}
.sheet{max-width:62rem;margin:0 auto;padding:1.5rem 3.5rem 3rem;background:#FFFFFF;min-height:100vh}
.skip{position:absolute;left:-999rem;top:0;background:#12355B;color:#FFFFFF;padding:.75rem 1rem}
.skip:focus{left:0;z-index:1}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
a{color:#12498F}
:focus-visible{outline:3px solid #12498F;outline-offset:2px}
.marking{margin:0;text-align:center;font-weight:700;letter-spacing:.04em}
.partnership{margin:1.5rem 0 0;font-weight:600;color:#374151}
h1,h2,h3,h4{color:#12355B;line-height:1.2;text-wrap:balance}
h1{font-size:2.25rem;margin:.15rem 0 .35rem}
h2{font-size:1.5rem;margin:2.25rem 0 .6rem;padding-top:.9rem;border-top:2px solid #D6DDE6}
h3{font-size:1.2rem;margin:1.6rem 0 .4rem}
h4{font-size:1.0625rem;margin:1.2rem 0 .4rem}
p{margin:.4rem 0}
.subtitle{font-size:1.125rem;margin:0}
.position{color:#374151}
.banner{margin:1rem 0;padding:.6rem .9rem;border-left:.4rem solid #8A4B08;background:#FFF2C6;font-weight:700}
.contents{margin:1.25rem 0;padding:.8rem 1.1rem;background:#F5F8FB;border-left:.4rem solid #12355B}
.contents p{margin:0 0 .3rem;font-weight:700}
.contents ul{margin:0;padding-left:1.2rem;columns:2;column-gap:2rem}
ul{margin:.4rem 0;padding-left:1.3rem}
li{margin:.15rem 0}
.scroll{overflow-x:auto;margin:.9rem 0 1.3rem}
table{border-collapse:collapse;width:100%;font-size:1rem;line-height:1.3}
caption{caption-side:top;text-align:start;padding:0 0 .35rem;color:#374151}
th,td{border:1px solid #9AA5B1;padding:.3rem .5rem;vertical-align:top;text-align:start}
thead th{background:#12355B;color:#FFFFFF;border-color:#12355B #5B7391;vertical-align:bottom}
tbody th{font-weight:700}
tbody th.wordy{font-weight:400}
time{white-space:nowrap}
.end{text-align:end;font-variant-numeric:tabular-nums}
.centre{text-align:center}
.upright{padding:.4rem .1rem;text-align:center}
.upright span{writing-mode:vertical-rl;transform:rotate(180deg);white-space:nowrap;line-height:1}
.letter{text-align:center;vertical-align:middle;font-weight:700;padding:.2rem;position:relative}
.rating{white-space:nowrap}
span.rating{display:inline-block;padding:0 .5rem;border-width:1px;border-style:solid;border-radius:.25rem;font-weight:700;line-height:1.4}
.direction{white-space:nowrap}
.callout{margin:.8rem 0;padding:.6rem 1rem .7rem;border:1px solid #9AA5B1;border-left:.5rem solid #6B7280;border-radius:.25rem}
.callout h2,.callout h3,.callout h4{margin:0 0 .25rem;padding:0;border:0;font-size:1.125rem}
.callout .lead{display:flex;flex-wrap:wrap;align-items:baseline;gap:.2rem .7rem}
.labelled{display:grid;grid-template-columns:9rem 1fr;gap:.75rem}
figure{margin:1.25rem 0 1.75rem}
.figure-title{margin:0 0 .1rem;font-weight:700;font-size:1.125rem}
.picture{overflow-x:auto}
.picture svg{display:block;width:100%;height:auto;min-width:36rem}
figcaption{margin:.35rem 0;color:#374151}
summary{cursor:pointer;color:#12498F;text-decoration:underline;padding:.2rem 0}
.data td{text-align:end;font-variant-numeric:tabular-nums}
footer{margin-top:2.5rem;padding-top:.8rem;border-top:2px solid #D6DDE6;color:#374151}
footer code{font-family:ui-monospace,"Cascadia Mono",Consolas,monospace;font-size:1rem;overflow-wrap:anywhere}
@media (max-width:45rem){.sheet{padding:1rem 1rem 2rem}h1{font-size:1.75rem}.contents ul{columns:1}.labelled{display:block}}`;

const print = `
@media print{
html{font-size:12pt}
body{background:#FFFFFF;font-size:1rem;line-height:1.28;print-color-adjust:exact;-webkit-print-color-adjust:exact}
.sheet{max-width:none;margin:0;padding:0}
.skip,.contents,summary,details:not([open]){display:none}
.partnership{margin-top:.3rem}
.banner{margin:.6rem 0;padding:.35rem .7rem}
h1{font-size:1.9rem}
h2{margin:1.1rem 0 .4rem;padding-top:0;border-top:0;font-size:1.4rem}
ul,p{margin:.25rem 0}
li{margin:0}
.scroll{margin:.5rem 0 .8rem}
figure{margin:.8rem 0}
footer{margin-top:1.2rem;padding-top:.4rem}
h1,h2,h3,h4,caption,.figure-title,p:has(+ .short){break-after:avoid}
thead{display:table-header-group}
tr,figure,.callout,.banner,li,.short,footer{break-inside:avoid}
p{orphans:3;widows:3}
.scroll,.picture{overflow:visible}
.picture svg{min-width:0}
th,td{padding:.16rem .32rem}
.upright{padding:.3rem 0}
.page-break{break-after:page}
a{color:inherit;text-decoration:none}
}`;

/** A4 with the marking at the head and the foot of every page (the first has it above its title), and page numbers. */
function pageMargins(document: Document): string {
  const marking = cssString(document.marking);
  return `
@page{size:A4;margin:18mm 15mm 17mm;
@top-left{content:${cssString(document.title)};${marginText}}
@top-center{content:${marking};${marginText}font-weight:700}
@bottom-left{content:${cssString(document.position)};${marginText}}
@bottom-center{content:${marking};${marginText}font-weight:700}
@bottom-right{content:"Page " counter(page) " of " counter(pages);${marginText}}}
@page:first{@top-left{content:none}@top-center{content:none}}`;
}

const marginText = 'font:12pt "Source Sans 3","Segoe UI",system-ui,sans-serif;color:#374151;';

function ratingRules(): string {
  return Object.entries(ratingLooks)
    .map(([rating, look]) => {
      const name = rating.replaceAll('_', '-');
      return (
        `.rating-${name}{background:${look.background};color:${look.text};border-color:${look.border}}` +
        `.edge-${name}{border-left-color:${look.border}}`
      );
    })
    .join('');
}

/** The text as a CSS string: everything but letters and digits as its code, so that nothing in it can end the string. */
function cssString(text: string): string {
  const written = Array.from(text.replace(/\s+/g, ' '), (character) => {
    if (/[A-Za-z0-9 ]/.test(character)) return character;
    const code = character.codePointAt(0) ?? 0xfffd;
    return `\\${(code < 0x20 || (code >= 0xd800 && code <= 0xdfff) ? 0xfffd : code).toString(16)} `;
  });
  return `"${written.join('')}"`;
}
