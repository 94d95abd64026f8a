import { checkBrand } from '../colour.ts'

/** The respondent page's whole style, sent inside it: one round trip and the page stands. */
const base = `*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:1rem/1.5 var(--sans);font-variant-numeric:tabular-nums;-webkit-font-smoothing:antialiased;overflow-wrap:anywhere}
header,main,footer{max-width:37rem;margin:0 auto;padding:0 1rem}
header{display:flex;align-items:center;gap:.5rem;padding-block:1rem;font-weight:600}
header img{max-height:2.25rem;max-width:9rem}
nav{margin-inline-start:auto;display:flex;flex-wrap:wrap;justify-content:flex-end}
.plain{background:none;border:0;padding:.25rem .375rem;min-height:2.75rem;font:400 .875rem/1.25rem var(--sans);color:var(--ink-2);cursor:pointer;text-align:start;text-decoration:none}
footer .plain,footer a,summary{text-decoration:underline;padding-inline:0}
fieldset{border:0;margin:0;padding:0;min-width:0}
.about{color:var(--ink-2);margin:1rem 0 .5rem;white-space:pre-line}
.below{margin-top:.75rem}
.q{margin-top:2.25rem}
.q.first{margin-top:.5rem}
h1,legend,.ask{font-size:1.125rem;line-height:1.5rem;font-weight:600;margin:0;padding:0;text-wrap:balance}
h1{font-size:1.375rem;line-height:1.8125rem;letter-spacing:-.015em}
.hint{color:var(--ink-3);font-size:.875rem;line-height:1.25rem;margin:.375rem 0 0}
.row{display:grid;grid-template-columns:repeat(var(--n),minmax(0,1fr));gap:3px;margin:1rem 0 .5rem}
.row label,.list label{position:relative;display:block}
.row input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.row span{display:grid;place-items:center;min-height:3rem;border:1px solid var(--control);border-radius:6px;font-weight:600;padding:2px;text-align:center}
.row input:hover+span,.list label:hover{background:var(--tint)}
.row input:checked+span{background:var(--brand);border-color:var(--brand);color:var(--on-brand)}
.row input:focus-visible+span,:is(textarea,button,a,summary,select,.list input,.field):focus-visible{outline:2px solid var(--brand);outline-offset:2px}
.ends{display:flex;justify-content:space-between;gap:1rem;color:var(--ink-3);font-size:.875rem}
.list{margin:.75rem 0 0}
.list label{display:flex;gap:.75rem;align-items:center;min-height:2.75rem;padding:.375rem .5rem;margin:0 -.5rem;border-radius:6px;cursor:pointer}
.list input{width:1.25rem;height:1.25rem;margin:0;accent-color:var(--brand);flex:none}
.part{margin-top:1.25rem}
.part legend{font-size:1rem;font-weight:400}
.part .row{margin:.5rem 0 0}
textarea,.field{width:100%;padding:.75rem;margin-top:.75rem;border:1px solid var(--control);border-radius:6px;background:var(--page);color:var(--ink);font:1.125rem/1.625rem var(--serif)}
textarea{min-height:7rem;field-sizing:content;resize:vertical}
.field{font:1rem/1.5 var(--sans);min-height:3rem}
.wrong{color:var(--bad);font-size:.875rem;font-weight:600;margin:.5rem 0 0}
.note{margin:1rem 0 0;padding:.75rem 1rem;background:var(--sunken);border-inline-start:3px solid var(--brand);white-space:pre-line}
.note.bad{border-color:var(--bad)}
.note p{margin:0 0 .25rem}
.said{font:1.125rem/1.625rem var(--serif)}
.send{display:flex;align-items:center;gap:1rem;margin-top:2rem;flex-wrap:wrap}
.go{min-height:3rem;padding:0 1.75rem;border:1px solid var(--brand);border-radius:6px;background:var(--brand);color:var(--on-brand);font:600 1rem var(--sans);cursor:pointer}
.go.less{background:none;color:var(--ink-2);border-color:var(--control)}
a.go{display:inline-grid;place-items:center;text-decoration:none}
.saved{color:var(--ink-2);font-size:.875rem}
footer{margin-top:2.5rem;padding-bottom:2rem;display:flex;flex-wrap:wrap;align-items:baseline;gap:0 1.25rem;font-size:.875rem;color:var(--ink-3)}
footer::before{content:"";flex-basis:100%;border-top:1px solid var(--line);margin-bottom:.5rem}
a,summary{color:var(--ink-2)}
footer a,summary{display:inline-flex;align-items:center;min-height:2.75rem;cursor:pointer}
.help{color:var(--brand)!important;font-weight:600!important}
details[open]{flex-basis:100%}
details p,footer>p{margin:.25rem 0 .5rem;text-wrap:pretty}
footer>p{flex-basis:100%}
small{font:400 .875rem var(--sans);letter-spacing:0;color:var(--ink-3)}
@media(min-width:48rem){header{padding-top:2rem}.about:not(.below){margin-top:3rem}h1{font-size:1.75rem;line-height:2.25rem}.row{gap:6px}.row span{min-height:3.25rem;font-size:1.0625rem}}
@media(max-width:30rem){.go{width:100%}.send{gap:.75rem}.row.wide{grid-template-columns:repeat(6,minmax(0,1fr))}}
@media(prefers-reduced-motion:no-preference){.row span{transition:background .12s}}`

const fonts = `--sans:-apple-system,"Segoe UI Variable Text","Segoe UI",Roboto,"Helvetica Neue","Noto Sans","Liberation Sans",Arial,sans-serif;--serif:ui-serif,"New York","Iowan Old Style","Palatino Linotype",Palatino,P052,Charter,Georgia,serif`

const light = `--page:#fff;--sunken:#f6f7f7;--ink:#12181d;--ink-2:#47525b;--ink-3:#616b75;--line:#e5e8ea;--control:#7f8a93;--bad:#b3301a`
const dark = `--page:#101417;--sunken:#0b0e10;--ink:#e9edef;--ink-2:#aeb8bf;--ink-3:#8f9aa2;--line:#22292e;--control:#6d7881;--bad:#ff8163`

/** The house's petrol, as in the console's tokens. */
const petrol = { light: { colour: '#0a6375', onColour: '#ffffff' }, dark: { colour: '#62c3d3', onColour: '#04252c' } }

/** Tokens in both themes with the organisation's colour, moved to where it can be read when it cannot. */
export function pageStyle(colour: string | undefined): string {
  const brand = /^#[0-9a-f]{6}$/i.test(colour ?? '') ? checkBrand(colour!) : petrol
  const on = ({ colour: shown, onColour }: { colour: string; onColour: string }) =>
    `--brand:${shown};--on-brand:${onColour};--tint:color-mix(in srgb,${shown} 12%,var(--page))`
  return `:root{color-scheme:light dark;${fonts};${light};${on(brand.light)}}@media(prefers-color-scheme:dark){:root{${dark};${on(brand.dark)}}}${base}`
}
