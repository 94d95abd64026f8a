import { type Html, html, raw } from '../html.ts'
import type { Translate } from '../i18n.ts'

/** What every page for respondents shares. */
export interface PageFrame {
  /** The language it speaks, and which way that is written. */
  locale: string
  dir: 'ltr' | 'rtl'
  t: Translate
  title: string
  organisation: string
  logo: string | null
  style: string
  /** Address of the script; none on pages that need none. */
  script?: string
}

/** The whole document. `aside` stands in the header (languages), `foot` below everything. */
export function pageOf(
  frame: PageFrame,
  main: Html,
  parts: { aside?: Html | undefined; foot?: Html | undefined; done?: boolean } = {},
): string {
  const { locale, dir, title, organisation, logo, style, script } = frame
  return html`<!doctype html>
<html lang="${locale}" dir="${dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<title>${title} · ${organisation}</title>
<style>${raw(style)}</style>
${script && html`<script src="${script}" defer></script>`}
</head>
<body>
<header>${logo && html`<img src="${logo}" alt="">`}<span>${organisation}</span>${parts.aside}</header>
<main${parts.done && raw(' data-done')}>${main}</main>
${parts.foot && html`<footer>${parts.foot}</footer>`}
</body>
</html>
`.text
}

export interface PageWords {
  title: string
  text: string
  link?: { label: string; url: string } | undefined
  foot?: Html
  /** What was typed on this device may be forgotten. */
  done?: boolean
}

/** A page that only says something: closed, thanks, not found. */
export function wordsPage(frame: PageFrame, { title, text, link, foot, done = false }: PageWords): string {
  return pageOf(
    frame,
    html`<p class="about"></p><h1>${title}</h1><p class="about below">${text}</p>${link && html`<p class="send"><a class="go" href="${link.url}" rel="noopener noreferrer">${link.label}</a></p>`}`,
    { foot, done },
  )
}
