import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../accounts/web/session.ts'
import type { Result } from '../../kit/contract.ts'
import { t } from '../../kit/i18n.ts'
import { shortDay } from '../../kit/words.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { DateRange } from '../../kit/web/ui/form/DateRange.tsx'
import { Dialog } from '../../kit/web/ui/overlay/Dialog.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { toast } from '../../kit/web/toasts.ts'
import { useNow } from '../../kit/web/useNow.ts'
import { MailFrame } from '../../mail/web/MailFrame.tsx'
import { languageShort } from '../../surveys/web/languages.ts'
import type { CauseItem } from '../contract.ts'
import type { causeFixContract } from '../fixContract.ts'
import { baseLanguage, type TextsByLanguage as Texts } from '../textsByLanguage.ts'
import { fixes } from './client.ts'
import { FixTexts } from './FixTexts.tsx'
import { useFixChange } from './useFixChange.ts'

type Read = Result<typeof causeFixContract.readFix>
type Preview = Result<typeof causeFixContract.previewTelling>

interface TellDialogProps {
  cause: CauseItem
  fix: NonNullable<Read['fix']>
  languages: Read['languages']
  onClose: () => void
}

/** “You said, we did”: who would hear of it, who is held back and why, and the mail; then, and only then, the mail itself. */
export function TellDialog({ cause, fix, languages, onClose }: TellDialogProps) {
  const params = { id: cause.id }
  const [texts, setTexts] = useState<Texts>(fix.texts)
  const [reader, setReader] = useState(languages[0] ?? 'en')
  const [period, setPeriod] = useState<{ from: string; to: string } | null>(null)
  const body = { texts, ...period }
  const isEmpty = Object.values(texts).every(words => words.trim() === '')
  const may = useMay('surveys.send')
  const preview = useQuery({
    queryKey: ['causes', cause.id, 'telling', body, reader],
    queryFn: () => fixes.previewTelling({ params, body: { ...body, reader } }),
    enabled: may && !isEmpty,
    placeholderData: keepPreviousData,
  })
  const test = useFixChange(() => fixes.testTelling({ params, body: { ...body, reader } }))
  const undo = useFixChange(() => fixes.undoFix({ params }))
  const tell = useFixChange(() => fixes.tellFix({ params, body }))
  const n = preview.data?.told ?? 0
  const go = () =>
    tell.mutate(undefined, {
      onSuccess: ({ told }) => {
        onClose()
        toast(t('{n, plural, one {# customer is} other {# customers are}} told', { n: told }))
      },
    })
  const why = !may
    ? t('Your role may not write to customers.')
    : isEmpty
      ? t('Say what was done first.')
      : n === 0 && t('Nobody is left to be told now.')
  return (
    <Dialog
      open
      wide
      onClose={onClose}
      title={t('You said, we did: {name}', { name: cause.name })}
      actions={
        <>
          <Button variant="quiet" busy={undo.isPending} onPress={() => undo.mutate(undefined, { onSuccess: onClose })}>
            {t('Not fixed after all')}
          </Button>
          <Button
            busy={test.isPending}
            onPress={() => test.mutate(undefined, { onSuccess: ({ to }) => toast(t('A test mail goes to {to}', { to })) })}
          >
            {t('Test mail to me')}
          </Button>
          <Button variant="main" busy={tell.isPending} disabledReason={why} onPress={go}>
            {t('{n, plural, =0 {Tell them} one {Tell # customer} other {Tell # customers}}', { n })}
          </Button>
        </>
      }
    >
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 text-ink">
        <FixTexts
          languages={[...new Set([...languages, ...Object.keys(fix.texts)])]}
          texts={texts}
          onChange={setTexts}
          locale={reader}
          onLocale={setReader}
        />
        <DateRange
          label={t('Whose alerts were raised')}
          hint={t('Everybody’s, unless you choose days.')}
          value={period}
          onChange={setPeriod}
        />
        {may && !isEmpty && <Load query={preview}>{data => <Who preview={data} />}</Load>}
      </div>
    </Dialog>
  )
}

function Who({ preview }: { preview: Preview }) {
  const now = useNow()
  const { told, already, people, held, languages, mail } = preview
  return (
    <>
      <div>
        <p>
          <b>{t('{n, plural, =0 {Nobody} one {# customer} other {# customers}} would be told, each once.', { n: told })}</b>{' '}
          {already > 0 && t('{n, plural, one {# was} other {# were}} told before.', { n: already })}
        </p>
        {people.length > 0 && (
          <p className="text-small text-ink-2">
            {people
              .slice(0, 10)
              .map(({ name, email }) => name || email)
              .join(', ')}
            {told > 10 && ' …'}
          </p>
        )}
      </div>
      <Readers languages={languages} />
      {held.length > 0 && (
        <div>
          <b>{t('{n, plural, one {# is} other {# are}} held back', { n: held.length })}</b>
          <ul className="mt-1 grid max-h-40 gap-0.5 overflow-y-auto text-small text-ink-2">
            {held.map(({ personId, name, email, reason, until }) => (
              <li key={personId}>
                {name || email}:{' '}
                {until ? t('{reason}, until {day}', { reason: t(reason), day: shortDay(until, now) }) : t(reason)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className="text-small text-ink-2">{t('The mail in {language}:', { language: languageShort(mail.locale) })}</p>
      <MailFrame html={mail.html} title={mail.subject} className="h-96" />
    </>
  )
}

/** Only where somebody gets words that are not in their language is there anything to say. */
function Readers({ languages }: Pick<Preview, 'languages'>) {
  if (languages.every(({ reader, gets }) => baseLanguage(reader) === baseLanguage(gets)) && languages.length < 2) return null
  return (
    <ul className="grid gap-0.5 text-small text-ink-2">
      {languages.map(({ reader, n, gets }) => (
        <li key={reader}>
          {baseLanguage(reader) === baseLanguage(gets)
            ? t('{language}: {n, plural, one {# customer} other {# customers}}', { language: languageShort(reader), n })
            : t('{language}: {n, plural, one {# customer} other {# customers}}, who get the words in {instead}', {
                language: languageShort(reader),
                n,
                instead: languageShort(gets),
              })}
        </li>
      ))}
    </ul>
  )
}
