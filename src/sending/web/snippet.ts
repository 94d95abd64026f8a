/** The lines that show a questionnaire in somebody's own site. */
export function snippetFor(url: string, as: 'place' | 'button', label: string): string {
  const { origin, pathname } = new URL(url)
  const form = pathname.split('/').at(-1)
  const button = as === 'button' ? ` data-as="button" data-label="${label.replaceAll('"', '&quot;')}"` : ''
  return `<script src="${origin}/embed.js" data-form="${form}"${button} async></script>`
}
