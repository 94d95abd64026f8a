import { t } from '../../kit/i18n.ts'

/** A mail inside a frame of its own: no script of it runs, its links open elsewhere, its styles stay inside. */
export const MailFrame = ({ html, title, className = 'h-[640px]' }: { html: string; title: string; className?: string }) => (
  <iframe
    title={t('Mail: {subject}', { subject: title })}
    sandbox="allow-popups allow-popups-to-escape-sandbox"
    srcDoc={html.replace('<head>', '<head><base target="_blank">')}
    className={`w-full rounded-md border border-line ${className}`}
  />
)
