/** The page's look: the portal's tokens, in a colour of its own so that nobody takes one for the other. */
export const STYLE = `
:root { --brand: #24518a; --brand-strong: #193a63; --brand-soft: #e6eef8; --on-brand: #fff; --ink: #1c1a17; --soft: #57524a; --line: #ddd6cb; --paper: #fbf9f6; --card: #fff; --control: #8d857a; --warning: #8a4b00; --warning-soft: #fff3e0; --focus: #1f5fd6; color-scheme: light; }
@media (prefers-color-scheme: dark) { :root { --brand: #8fb8ee; --brand-strong: #b4d0f5; --brand-soft: #1f2d40; --on-brand: #10151c; --ink: #f3efe8; --soft: #bdb5a9; --line: #3c3832; --paper: #161512; --card: #211f1b; --control: #8d857a; --warning: #ffc27a; --warning-soft: #33240f; --focus: #8fb8ff; color-scheme: dark; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1.0625rem/1.5 Figtree, system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: break-word; }
h1, h2, h3, p, ul, dl, dd { margin: 0; padding: 0; }
h1 { font-size: clamp(1.75rem, 1.45rem + 1.5vw, 2.375rem); letter-spacing: -0.02em; line-height: 1.2; }
h2 { font-size: 1.25rem; letter-spacing: -0.02em; line-height: 1.2; }
ul { list-style: none; display: grid; gap: 1rem; }
a { color: var(--brand); text-underline-offset: 0.2em; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.bar { background: var(--card); border-bottom: 1px solid var(--line); padding: 0.5rem max(1rem, 50% - 20rem); }
.mark { display: inline-flex; align-items: center; gap: 0.5rem; min-height: 44px; font-weight: 680; color: inherit; text-decoration: none; }
.sign { display: grid; place-items: center; width: 1.75rem; height: 1.75rem; border-radius: 0.5rem; background: var(--brand); color: var(--on-brand); }
.invented { background: var(--warning-soft); color: var(--warning); padding: 0.75rem max(1rem, 50% - 20rem); font-size: 0.9375rem; }
main { max-width: 40rem; margin: 0 auto; padding: 2rem 1rem 3rem; display: grid; gap: 1.5rem; }
main > section { display: grid; gap: 1rem; }
.soft { color: var(--soft); font-size: 0.9375rem; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 1rem; padding: 1.25rem; display: grid; gap: 0.75rem; box-shadow: 0 1px 2px rgb(28 26 23 / 6%); }
.line { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 0.25rem 1rem; }
.line > :last-child { margin-inline-start: auto; text-align: end; }
.amount { font-weight: 680; font-variant-numeric: tabular-nums; white-space: nowrap; }
.amount-l { font-size: 1.5625rem; letter-spacing: -0.02em; }
summary { min-height: 44px; display: flex; align-items: center; color: var(--brand); cursor: pointer; text-decoration: underline; text-underline-offset: 0.2em; }
details .line { padding: 0.25rem 0; font-size: 0.9375rem; }
form { display: grid; gap: 0.75rem; }
label { font-weight: 650; }
textarea, input { font: inherit; width: 100%; padding: 0.75rem; border: 1.5px solid var(--control); border-radius: 0.5rem; background: var(--card); color: inherit; }
textarea { min-height: 5.5rem; font-family: ui-monospace, monospace; font-size: 0.875rem; }
button { font: inherit; font-weight: 650; min-height: 52px; padding: 0.5rem 1.25rem; border: 1.5px solid var(--brand); border-radius: 0.5rem; background: var(--brand); color: var(--on-brand); cursor: pointer; }
button:hover { background: var(--brand-strong); }
button.quiet { min-height: 44px; background: var(--card); color: var(--brand); }
button.quiet:hover { background: var(--brand-soft); }
.notice { border-radius: 1rem; padding: 1.25rem; background: var(--brand-soft); display: grid; gap: 0.5rem; }
.notice.problem { background: var(--warning-soft); color: var(--warning); }
`
