// harness/report/style.cpp - the style sheet of reports, for screens of any width and for paper.
#include "harness/report/style.hpp"

namespace ringside::harness::report {

const char* const style_sheet = R"css(
:root { --ink: #1b1f24; --quiet: #4b535d; --line: #d0d7de; --pale: #f6f8fa; --link: #0550ae;
  --good: #116329; --good-pale: #eaf5ec; --bad: #a40e26; --bad-pale: #ffebe9; }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; }
body { margin: 0; color: var(--ink); background: #fff; font: 14px/1.4 system-ui, "Segoe UI", Roboto, Helvetica, Arial, sans-serif; }
a { color: var(--link); }
:focus-visible, :target { outline: 3px solid var(--link); outline-offset: 1px; }
main:focus { outline: none; }
.skip { position: absolute; left: -99rem; }
.skip:focus { left: 0; top: 0; padding: .5rem 1rem; background: #fff; z-index: 1; }
.read { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
header.page { display: flex; flex-wrap: wrap; gap: 0 1.5rem; align-items: baseline; padding: .4rem 1.25rem;
  background: #10233f; color: #fff; }
header.page h1 { font-size: 1.05rem; margin: 0; }
header.page p { margin: 0; }
main { padding: 0 1.25rem 3rem; max-width: 90rem; }
h2 { font-size: 1.3rem; margin: .6rem 0 .1rem; }
h3 { font-size: 1.1rem; margin: 1.6rem 0 .4rem; padding-top: .5rem; border-top: 1px solid var(--line); }
h4, h5 { font-size: 1rem; margin: .9rem 0 .3rem; }
p { margin: .2rem 0 .4rem; }
.meta, .about, .count, .openssl { color: var(--quiet); }
.meta, .about { margin: 0 0 .15rem; }
.about p { max-width: 60rem; }
h3 .count, h2 .count { font-weight: 400; font-size: .95rem; }
code, pre { font: 12px/1.35 ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
pre { margin: .3rem 0; padding: .5rem .75rem; background: var(--pale); white-space: pre-wrap; }
.badge { display: inline-block; padding: 0 .5rem; border: 1px solid; border-radius: 1rem; font-size: .85rem; font-weight: 600; }
.holds { color: var(--good); background: var(--good-pale); }
.refused { color: var(--bad); background: var(--bad-pale); }
.none { color: var(--quiet); }
.well { color: var(--good); font-weight: 600; }
section.bad, div.bad { margin: .8rem 0; padding: .1rem 1rem .6rem; border: 1px solid var(--bad); border-left-width: 6px; }
section.bad h3 { margin-top: .4rem; border: 0; color: var(--bad); }
p.bad { color: var(--bad); font-weight: 600; }
section.trust > h3, section.trust > h2 { margin: .5rem 0 .1rem; padding-top: .3rem; }
.glance { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: .5rem 1.5rem; align-items: start; }
.glance > div { min-width: 0; }
ol.causes { list-style: none; margin: 0; padding: 0; }
ol.causes > li { margin: 0 0 .4rem; padding: .2rem .6rem .3rem; border-left: 4px solid var(--bad); background: var(--pale); }
.causes p, .causes details { margin: 0; }
.openssl { font-size: .85rem; }
.number { display: inline-block; min-width: 1.3rem; padding: 0 .3rem; border-radius: 1rem; text-align: center;
  background: var(--bad); color: #fff; font-weight: 600; font-size: .85rem; }
ul.chips { display: flex; flex-wrap: wrap; gap: 4px; list-style: none; margin: .2rem 0 0; padding: 0; }
.chips a { display: block; min-height: 24px; padding: 1px .25rem; border: 1px solid #d9a3ab; border-radius: 4px;
  background: #fff; color: var(--bad); text-decoration: none; font-size: .8rem; line-height: 20px; }
.chips a:hover, .matrix a:hover { text-decoration: underline; }
.scroll { position: relative; overflow-x: auto; max-width: 100%; margin: .4rem 0; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: 600; padding: .2rem 0; }
th, td { padding: .2rem .5rem; border: 1px solid var(--line); text-align: left; vertical-align: top; }
th { background: var(--pale); font-weight: 600; }
td { overflow-wrap: break-word; }
td.ended, .ended strong { color: var(--bad); }
td.left { white-space: nowrap; }
td.soon { color: #7a4100; }
td.bar { padding: .25rem 0; min-width: 240px; }
svg.bar { display: block; fill: var(--ink); }
svg.bar .valid { fill: #6fa97e; }
svg.bar .ended { fill: #c0606e; }
.matrix { font-size: .8rem; }
.matrix thead th:first-child { width: 4rem; white-space: normal; line-height: 1.15; }
.matrix caption { font-weight: 400; color: var(--quiet); }
.matrix th, .matrix td { padding: 0; text-align: center; }
.matrix th { padding: .1rem .25rem; font-weight: 600; vertical-align: middle; }
.matrix tbody th { text-align: left; }
.matrix td { min-width: 2.2rem; height: 1.8rem; vertical-align: middle; }
.matrix a { display: block; min-height: 24px; line-height: 1.8rem; padding: 0 .2rem; color: inherit; text-decoration: none; font-weight: 600; }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(20rem, 1fr)); gap: .6rem; }
article.link { padding: .3rem .75rem .5rem; border: 1px solid #d9a3ab; border-left: 4px solid var(--bad); color: var(--ink); background: #fff; }
article.link h4, article.link h5, article.link h3 { margin: .1rem 0 .3rem; padding: 0; border: 0; font-size: 1rem; }
dl { margin: 0; }
dt { font-size: .85rem; color: var(--quiet); }
dd { margin: 0 0 .25rem; overflow-wrap: anywhere; }
ul.holding { columns: 14rem; padding: 0; list-style: none; }
ul.holding li { padding: 0 .4rem; break-inside: avoid; }
ul.failures { padding-left: 1.1rem; }
figure { margin: .8rem 0 1.4rem; }
figcaption { max-width: 60rem; }
figure svg { max-width: max(100%, 40rem); height: auto; display: block; }
table.wide { min-width: 60rem; }
details { margin: .25rem 0; }
summary { cursor: pointer; padding: .1rem 0; }
.spool { padding-left: 1.2rem; }
section.step > h4 { margin-bottom: .1rem; }
@media (max-width: 60rem) {
  .glance { grid-template-columns: minmax(0, 1fr); }
  main { padding: 0 .75rem 2rem; }
}
@page { size: A4; margin: 12mm; }
@media print {
  body { font-size: 9.5pt; }
  .skip { display: none; }
  header.page { background: none; color: inherit; border-bottom: 2px solid; padding: 0 0 .2rem; }
  main { padding: 0; max-width: none; }
  .scroll { overflow: visible; }
  .glance { display: block; }
  .cards { display: block; columns: 2; }
  article.link { margin: 0 0 .4rem; }
  article.link, tr, figure, ol.causes > li { break-inside: avoid; }
  h2, h3, h4, h5, figcaption, caption { break-after: avoid; }
  td.bar { min-width: 120px; }
  svg.bar { width: 120px; }
  table { font-size: .8em; }
  table.wide { min-width: 0; }
  th, td { padding: .1rem .25rem; }
  td.long { overflow-wrap: anywhere; }
  .matrix { break-inside: avoid; }
  .matrix td, .matrix a { height: auto; min-height: 0; line-height: 1.35rem; }
  figure svg { max-width: 100%; max-height: 240mm; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
)css";

}  // namespace ringside::harness::report
