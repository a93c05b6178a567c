import { sha256 } from "@noble/hashes/sha2.js";

/** Of public pages: as the product looks, small enough to come with each page. */
export const pageStyle = `:root{color-scheme:light dark;--paper:#faf7f1;--surface:#fffefb;--ink:#211d18;--soft:#5c5348;--line:#e3dbcd;--field:#8b8072;--accent:#95480a;--on:#fff;--tint:#f8ead9;--good:#1d6b3a;--wait:#7a5800;--danger:#b0122f}
@media (prefers-color-scheme:dark){:root{--paper:#171512;--surface:#211e1a;--ink:#f2ede4;--soft:#b9afa1;--line:#3a352d;--field:#8d8375;--accent:#f2a65a;--on:#231202;--tint:#3a2a18;--good:#7fd39a;--wait:#e9c46a;--danger:#ff8f97}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
a{color:var(--accent)}
a:focus-visible,button:focus-visible,input:focus-visible,select:focus-visible,textarea:focus-visible,[tabindex]:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;background:var(--surface);padding:.75rem}
.bar{border-block-end:3px double var(--line)}
.bar>*,main,footer{max-inline-size:44rem;margin-inline:auto;padding-inline:1rem}
.bar nav{display:flex;flex-wrap:wrap;justify-content:space-between;align-items:center;gap:0 1.5rem}
.bar a,footer a{display:inline-flex;align-items:center;min-block-size:44px}
.brand{font-weight:700;color:var(--ink);text-decoration:none}
main{padding-block:1.25rem 2.5rem;overflow-wrap:anywhere}
h1{font-size:1.6rem;line-height:1.25;margin:.25rem 0 .75rem}
h2{font-size:1.2rem;margin:2rem 0 .5rem;padding-block-end:.25rem;border-block-end:1px solid var(--line)}
h3{font-size:1.05rem;margin:1.25rem 0 .25rem}
h4,h5{font-size:1rem;margin:1rem 0 .25rem}
p{margin:.5rem 0}
.soft,dt,footer{color:var(--soft)}
.kind{margin:0;color:var(--soft);font-weight:600}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:.75rem 0}
dd{margin:0}
@media (max-width:30rem){dl{grid-template-columns:1fr;gap:0}dd{margin-block-end:.5rem}}
.card,.lane,.item{padding:.75rem 1rem;margin:.75rem 0;border:1px solid var(--line);border-radius:.6rem;background:var(--surface)}
.lane{border-inline-start:5px solid var(--accent)}
.card>:first-child,.lane>:first-child,.item>:first-child{margin-block-start:0}
.list{list-style:none;padding:0}
.list a.title{font-weight:600;display:inline-block;padding-block:.4rem}
.state{font-weight:600}.done{color:var(--good)}.inProgress{color:var(--wait)}.overdue{color:var(--danger)}
blockquote{margin:.75rem 0;padding-inline-start:1rem;border-inline-start:3px solid var(--line)}
.wide{overflow-x:auto;margin:.75rem 0}
table{border-collapse:collapse;min-inline-size:100%}
th,td{border:1px solid var(--line);padding:.35rem .6rem;text-align:start;vertical-align:top;min-inline-size:6rem}
th{background:var(--tint)}td p,th p{margin:0}
code{overflow-wrap:anywhere;word-spacing:.2em}
form{display:grid;gap:.75rem;margin:.75rem 0}
.filters{grid-template-columns:repeat(auto-fit,minmax(9.5rem,1fr));align-items:end}
label{display:grid;gap:.25rem;font-weight:600}
input,select,textarea{inline-size:100%;min-block-size:44px;padding:.5rem .75rem;border:1px solid var(--field);border-radius:.35rem;background:var(--surface);color:var(--ink);font:inherit;font-weight:400}
textarea{min-block-size:8rem}
button,.button{display:inline-flex;align-items:center;justify-content:center;min-block-size:44px;padding:.5rem 1.25rem;border:0;border-radius:.35rem;background:var(--accent);color:var(--on);font:inherit;font-weight:600;text-decoration:none;justify-self:start;cursor:pointer}
.trap{position:absolute;left:-99rem}
.notice{border-inline-start:5px solid var(--accent);padding:.75rem 1rem;background:var(--tint);border-radius:.35rem}
.bad{border-color:var(--danger)}
.pager{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:center;margin-block-start:2rem}
footer{border-block-start:1px solid var(--line);padding-block:1rem 2rem;font-size:.95rem}
@media print{.bar nav a+a,form,.pager,.skip{display:none}}`;

/** What the page's policy lets through: this style, and no other. */
export const pageStyleSource = `'sha256-${btoa(
  String.fromCharCode(...sha256(new TextEncoder().encode(pageStyle))),
)}'`;
