#include "compiler/report_page.h"

namespace garland {

std::string_view report_style() {
  return R"css(
:root {
  color-scheme: light dark;
  --ink: #1d1c1a; --faint: #5d5952; --paper: #fdfcfa; --box: #f3f0ea; --rule: #d9d4ca;
  --link: #1f4e79; --out: #8a2f1c; --out-box: #fbefec; --mark: #fff1bf;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #e8e4dc; --faint: #aaa499; --paper: #191817; --box: #242220; --rule: #3c3934;
    --link: #9cc7ee; --out: #f0a899; --out-box: #2e211e; --mark: #4d4216;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body {
  margin: 0 auto; padding: 1.5rem 1.25rem 4rem; max-width: 54rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.55 Georgia, "Times New Roman", "Noto Serif", serif; overflow-wrap: anywhere;
}
h1, h2, h3, th, dt, .path, .skip { font-family: system-ui, "Segoe UI", "Noto Sans", sans-serif; }
h1 { margin: 0; font-size: 1.7rem; line-height: 1.2; }
h2 { margin: 0 0 .2rem; font-size: 1.25rem; line-height: 1.3; }
h3 { margin: 1.8rem 0 .5rem; font-size: 1rem; }
p { margin: .5rem 0; }
a { color: var(--link); text-decoration-thickness: .06em; text-underline-offset: .15em; }
a:focus-visible, [tabindex]:focus-visible { outline: .15rem solid var(--link); outline-offset: .15rem; }
:target { background: var(--mark); scroll-margin-top: 25vh; }
.skip { position: absolute; left: -100vw; }
.skip:focus { position: static; }
.path, .sum { color: var(--faint); font-size: .9rem; }
section { margin-top: 3rem; padding-top: 1.2rem; border-top: .12rem solid var(--rule); }
.wide { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .92rem; line-height: 1.4; }
th, td { padding: .4rem .6rem .4rem 0; border-bottom: 1px solid var(--rule); text-align: left; vertical-align: top; }
thead th { font-size: .8rem; color: var(--faint); vertical-align: bottom; }
tbody th { font-weight: normal; min-width: 12rem; overflow-wrap: break-word; }
td.number, th.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
tbody .path { display: block; font-size: .82rem; }
dl { margin: 1rem 0 0; display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.2rem; }
dt { color: var(--faint); font-size: .85rem; line-height: 1.8; }
dd { margin: 0; min-width: 0; }
.origin { display: block; color: var(--faint); font-size: .85rem; }
.lost { color: var(--faint); }
ul.plain { margin: 0; padding: 0; list-style: none; }
ul.plain li { padding: .35rem 0; border-bottom: 1px solid var(--rule); }
.what { font-weight: bold; }
.dropped { margin: .9rem 0; padding: .6rem .9rem .7rem; background: var(--out-box); border-left: .25rem solid var(--out); }
.dropped p { margin: 0 0 .4rem; }
.dropped .text { font-size: .92rem; white-space: pre-wrap; }
ol.lines { margin: 0; padding: 0; list-style: none; font: .82rem/1.5 ui-monospace, "DejaVu Sans Mono", Menlo, Consolas, monospace; }
ol.lines li { display: grid; grid-template-columns: 4.2em 1fr; gap: .8em; white-space: pre-wrap; }
ol.lines .no { color: var(--faint); text-align: right; font-variant-numeric: tabular-nums; }
.listing { padding: .6rem .4rem; background: var(--box); }
.listing .gap { border-top: 1px dotted var(--faint); margin: .35rem 0; }
.error { color: var(--out); font-weight: bold; }
@media (max-width: 36rem) {
  body { padding: 1rem .9rem 3rem; }
  table { font-size: .82rem; }
  th, td { padding-right: .35rem; }
  tbody th { min-width: 8rem; }
  td.number, th.number { white-space: normal; }
  dl { display: block; }
  dd { margin-bottom: .6rem; }
  ol.lines li { grid-template-columns: 3em 1fr; gap: .6em; }
}
@media print {
  :root { color-scheme: light; --ink: #000; --faint: #444; --paper: #fff; --box: #fff; --rule: #999; --link: #000; --out: #000; --out-box: #fff; --mark: #fff; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2, h3, .dropped p { break-after: avoid; }
  li, tr, dd { break-inside: avoid; }
  a { text-decoration: none; }
  .skip { display: none; }
}
)css";
}

}  // namespace garland
