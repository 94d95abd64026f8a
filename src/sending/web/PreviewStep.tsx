import type { Result } from '../../kit/contract.ts'
import { t } from '../../kit/i18n.ts'
import { Notice } from '../../kit/web/ui/state/Notice.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { count, dayAndClock } from '../../kit/words.ts'
import { MailFrame } from '../../mail/web/MailFrame.tsx'
import type { sendingContract } from '../sendingContract.ts'
import { dayFromNow } from './sendingWords.tsx'

type SendPreview = Result<typeof sendingContract.previewSend>

/** Who is asked and who is not, when, and the mail as one of them reads it. */
export const PreviewStep = ({ preview }: { preview: SendPreview }) => (
  <>
    <h2 className="text-title font-strong">
      {t('{invited} of {total} will be asked', { invited: count(preview.invited), total: count(preview.total) })}
    </h2>
    {preview.problems.map(problem => (
      <Notice key={problem} tone="soon" icon="eye" title={problem} />
    ))}
    <Held preview={preview} />
    <Skipped skipped={preview.skipped} />
    <Section title={t('When')}>
      <p className="text-ink-2">{preview.occurrences.map(at => dayAndClock(at)).join(' · ')}</p>
    </Section>
    <Section title={t('The mail')} note={preview.mail.subject}>
      <MailFrame html={preview.mail.html} title={preview.mail.subject} className="h-[520px]" />
    </Section>
  </>
)

function Held({ preview: { held, people } }: { preview: SendPreview }) {
  const n = held.reduce((sum, one) => sum + one.n, 0)
  if (n === 0) return null
  return (
    <Section title={t('{n, plural, one {# person is} other {# people are}} held back', { n })}>
      <p className="mb-2 text-ink-2">{held.map(({ words, n: many }) => `${words}: ${count(many)}`).join(' · ')}</p>
      <ul className="max-h-72 overflow-y-auto">
        {people.map(person => (
          <li key={person.email} className="flex flex-wrap justify-between gap-x-4 border-t border-line py-1.5 first:border-t-0">
            <span>{person.name || person.email}</span>
            <span className="text-small text-ink-3">
              {person.reason}
              {person.until && ` · ${t('leaves by itself {when}', { when: dayFromNow(person.until) })}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const Skipped = ({ skipped }: { skipped: SendPreview['skipped'] }) =>
  skipped.length > 0 && (
    <Section title={t('{n, plural, one {# line was} other {# lines were}} skipped', { n: skipped.length })}>
      <ul>
        {skipped.map(({ line, reason }) => (
          <li key={line} className="text-ink-2">
            {t('Line {line}: {reason}', { line, reason })}
          </li>
        ))}
      </ul>
    </Section>
  )
