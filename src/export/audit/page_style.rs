//! The looks of the audit's page: light and dark, on screen and on paper, from phone to wide screen, without a script.

pub(super) const STYLE: &str = "\
:root{color-scheme:light dark;--ink:#14181d;--ink-2:#4a545e;--ground:#fdfdfc;--rule:#d9dddf;--accent:#1d5c94;--tint:#dfebf5;\
--no:#a3341f;--near:#7a5a00;--ok:#1f6b3a}\
@media(prefers-color-scheme:dark){:root{--ink:#e8ebee;--ink-2:#a5aeb6;--ground:#14181c;--rule:#2d343b;--accent:#78b5e6;--tint:#1f3a52;\
--no:#f0907c;--near:#d9b44a;--ok:#7cc796}}\
body{font:16px/1.5 system-ui,sans-serif;color:var(--ink);background:var(--ground);max-width:60rem;margin:2rem auto;padding:0 1rem}\
h1,h2,h3,blockquote{font-family:Charter,Cambria,serif;line-height:1.3}h2{margin-top:2.5rem}h3{margin:.25rem 0;font-size:1.1rem}\
a{color:var(--accent)}small,.about,dt,caption{color:var(--ink-2)}\
.facts{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.2rem 1rem}.facts dd{margin:0;overflow-wrap:anywhere}\
.wide{overflow-x:auto}table{border-collapse:collapse;font-size:14px;font-variant-numeric:tabular-nums}caption{text-align:left}\
th,td{padding:.25rem .75rem .25rem 0;border-bottom:1px solid var(--rule);text-align:right}th:first-child{text-align:left;font-weight:400}\
thead th{border-color:var(--ink);vertical-align:bottom}tfoot>tr>*{border-top:1px solid var(--ink);font-weight:600!important}\
article{border-top:1px solid var(--rule);padding:1rem 0}.verdict{margin:0;font-size:14px}.verdict b{font-weight:600}\
.no b{color:var(--no)}.near b{color:var(--near)}.ok b{color:var(--ok)}\
blockquote{margin:.5rem 0;color:var(--ink-2);overflow-wrap:anywhere}blockquote cite{display:block;font:13px/1.4 system-ui,sans-serif}\
mark{background:var(--tint);color:var(--ink)}.calc{font-size:14px;font-variant-numeric:tabular-nums;overflow-wrap:anywhere;margin:.25rem 0}\
@media print{:root{color-scheme:light;--ink:#000;--ink-2:#333;--ground:#fff;--rule:#bbb;--accent:#000;--tint:#e6e6e6;--no:#000;--near:#000;\
--ok:#000}body{font-size:10pt;max-width:none;margin:0;padding:0}article,tr{break-inside:avoid}h2{break-after:avoid}nav{display:none}}";
