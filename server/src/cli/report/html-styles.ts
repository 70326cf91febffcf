/** The look of the page: quiet, in light and dark, on paper as well. Text and its ground contrast 4.5 to 1 or better (WCAG 2.2, 1.4.3), bars 3 to 1 (1.4.11). */
export const styles = `
:root {
  color-scheme: light dark;
  --ground: #ffffff; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0; --track: #e4e8ec;
  --answered: #1f75cb; --unsure: #b07400; --wrong: #b3261e;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0f1419; --text: #e6e9ec; --quiet: #9aa4ae; --line: #30363d; --track: #2b323a;
    --answered: #539bf5; --unsure: #d4a72c; --wrong: #ff8a80;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--text); font: 16px/1.5 system-ui, sans-serif; }
main { max-width: 62rem; margin: 0 auto; padding: 2rem 1.25rem 3rem; }
h1 { margin: 0; font-size: 1.6rem; line-height: 1.25; }
h2 { margin: 2.5rem 0 0; font-size: 1.2rem; }
.overall { margin: .25rem 0 .75rem; font-size: 1.1rem; }
.note, footer { margin: 0 0 .5rem; color: var(--quiet); font-size: .9rem; }
footer { margin-top: 2.5rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: .5rem 0 .5rem 1rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th:first-child { padding-left: 0; }
thead th { color: var(--quiet); font-size: .85rem; font-weight: 600; white-space: nowrap; }
tbody th { font-weight: 400; overflow-wrap: anywhere; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.progress { width: 17rem; white-space: nowrap; }
.count { display: inline-block; width: 6.5rem; font-variant-numeric: tabular-nums; }
.bar { display: inline-flex; width: 9rem; height: .7rem; border-radius: .35rem; overflow: hidden; background: var(--track); vertical-align: baseline; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
main > .bar { display: flex; width: 100%; height: 1rem; border-radius: .5rem; }
.answered { background: var(--answered); }
.unsure { background: var(--unsure); }
.open { background: var(--track); }
.legend { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .5rem 0 0; padding: 0; list-style: none; color: var(--quiet); font-size: .9rem; }
.legend span { display: inline-block; width: .8rem; height: .8rem; margin-right: .4rem; border-radius: .2rem; vertical-align: -.05rem; }
.key { display: block; color: var(--quiet); font-size: .85rem; }
summary { cursor: pointer; }
summary:focus-visible { outline: 2px solid var(--answered); outline-offset: 2px; }
.details { margin: .25rem 0 0; padding: 0; list-style: none; font-size: .9rem; }
.details li { display: flex; }
.details b { flex: none; width: 2.5rem; color: var(--quiet); font-weight: 400; font-variant-numeric: tabular-nums; }
.plain { margin-left: 1.05rem; }
.failed b { font-weight: 600; }
.failed li { color: var(--wrong); }
@media (max-width: 42rem) {
  .progress { width: auto; }
  .count { display: block; width: auto; }
  .progress .bar { width: 5rem; }
}
@media print { main { max-width: none; padding: 0; } tr { break-inside: avoid; } }
`;
