import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useSession } from '../../accounts/web/session.ts'
import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Tabs } from '../../kit/web/ui/page/Tabs.tsx'
import { TextArea } from '../../kit/web/ui/form/TextArea.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import { toast, toastError } from '../../kit/web/toasts.ts'
import { variables } from '../invitationText.ts'
import { directionOf } from '../../surveys/translation.ts'
import { languageName } from '../../surveys/web/languages.ts'
import type { StepProps } from './AudienceStep.tsx'
import { sending } from './client.ts'

/** What the mail says, in each language of the questionnaire. Left empty, the product's own words stand there. */
export function MessageStep({
  draft,
  onChange,
  locales,
  surveyId,
}: StepProps & { locales: readonly string[]; surveyId: string }) {
  const [locale, setLocale] = useState(locales[0] ?? 'en')
  const words = draft.message[locale] ?? { subject: '', intro: '', outro: '' }
  const set = (part: Partial<typeof words>) => onChange({ message: { ...draft.message, [locale]: { ...words, ...part } } })
  const dir = directionOf(locale)
  return (
    <>
      <p className="mb-4 text-ink-2">
        {t(
          'The first question of the survey stands in the mail; a tap opens it with the answer chosen. What you leave empty is said in our words.',
        )}
      </p>
      <Tabs label={t('Language')} tabs={locales.map(id => ({ id, label: languageName(id) }))} value={locale} onChange={setLocale}>
        <div className="flex flex-col gap-4">
          <TextField
            label={t('Subject')}
            value={words.subject}
            onChange={subject => set({ subject })}
            optional
            dir={dir}
            lang={locale}
          />
          <TextArea
            label={t('Above the question')}
            rows={3}
            value={words.intro}
            onChange={intro => set({ intro })}
            optional
            dir={dir}
            lang={locale}
          />
          <TextArea
            label={t('Below the question')}
            rows={3}
            value={words.outro}
            onChange={outro => set({ outro })}
            optional
            dir={dir}
            lang={locale}
          />
          <p className="text-small text-ink-3">
            {t('Variables: {names}. Words for those of whom you do not know it: {example}', {
              names: variables.map(name => `{{${name}}}`).join(' '),
              example: '{{first_name|friend}}',
            })}
          </p>
          <TestMail surveyId={surveyId} locale={locale} message={draft.message} />
        </div>
      </Tabs>
    </>
  )
}

function TestMail({ surveyId, locale, message }: { surveyId: string; locale: string; message: StepProps['draft']['message'] }) {
  const may = useMay('surveys.send')
  const email = useSession()?.user?.email
  const test = useMutation({
    mutationFn: () => sending.testSend({ params: { id: surveyId }, body: { message, locale } }),
    onSuccess: ({ to }) => toast(t('A test mail is on its way to {to}.', { to })),
    onError: toastError,
  })
  return (
    <Button
      className="self-start"
      icon="mail"
      busy={test.isPending}
      disabledReason={!may && t('Only analysts and administrators')}
      onPress={() => test.mutate()}
    >
      {email ? t('Send me a test mail') : t('Send a test mail')}
    </Button>
  )
}
