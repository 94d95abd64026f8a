import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { SettingsPage } from '../../accounts/web/SettingsPage.tsx'
import { msg, t } from '../../kit/i18n.ts'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Select } from '../../kit/web/ui/form/Select.tsx'
import { toastError } from '../../kit/web/toasts.ts'
import { kindLabels, mailChoices, type MailChoice, type MailLanguage, type NotificationKind } from '../kinds.ts'
import { notifications } from './client.ts'
import { DigestChoice } from './Digest.tsx'
import { Quiet } from './Quiet.tsx'

const words: Record<MailChoice, string> = {
  'at-once': msg('At once, at most every ten minutes'),
  hourly: msg('Once an hour'),
  daily: msg('Each morning at eight'),
  never: msg('Not by mail'),
}

/** How what reaches me reaches me by mail. In the console everything appears, whatever is chosen here. */
export function ChoicesPage() {
  const query = useQuery(notifications.choices.query())
  return (
    <SettingsPage title={t('Notifications')}>
      <p className="mb-4 text-ink-2">
        {t(
          'Everything appears under the bell. Choose what also comes by mail; what you have read by then does not. Many at once come as one mail.',
        )}
      </p>
      <Load query={query}>
        {({ items, language, quiet, zone, digest }) => (
          <div className="max-w-[46rem]">
            <ul>
              {items.map(item => (
                <Choice key={item.kind} kind={item.kind} mail={item.mail} />
              ))}
            </ul>
            <DigestChoice on={digest} />
            <Quiet quiet={quiet} zone={zone} />
            <Language language={language} />
          </div>
        )}
      </Load>
    </SettingsPage>
  )
}

function Choice({ kind, mail }: { kind: NotificationKind; mail: MailChoice }) {
  const queries = useQueryClient()
  const choose = useMutation({
    mutationFn: (next: MailChoice) => notifications.choose({ body: { kind, mail: next } }),
    onError: toastError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['notifications'] }),
  })
  return (
    <li className="flex flex-wrap items-center gap-x-6 gap-y-2 border-t border-line py-3 first:border-t-0">
      <span className="min-w-56 flex-1">{t(kindLabels[kind])}</span>
      <Select
        label={t('By mail: {kind}', { kind: t(kindLabels[kind]) })}
        labelHidden
        options={mailChoices.map(id => ({ id, label: t(words[id]) }))}
        value={choose.isPending ? choose.variables : mail}
        onChange={next => choose.mutate(next)}
        className="w-80 max-wide:w-full"
      />
    </li>
  )
}

const languages = [
  { id: '' as const, label: () => t('As usual in the organisation') },
  { id: 'en' as const, label: () => 'English' },
  { id: 'de' as const, label: () => 'Deutsch' },
  { id: 'ar' as const, label: () => 'العربية' },
]

function Language({ language }: { language: string | null }) {
  const queries = useQueryClient()
  const choose = useMutation({
    mutationFn: (next: MailLanguage | '') => notifications.speak({ body: { language: next || null } }),
    onError: toastError,
    onSettled: () => queries.invalidateQueries({ queryKey: ['notifications'] }),
  })
  const saved = languages.find(one => one.id === language)?.id ?? ''
  return (
    <div className="mt-8 border-t border-line pt-6">
      <Select
        label={t('Language of mails to you')}
        options={languages.map(({ id, label }) => ({ id, label: label() }))}
        value={choose.isPending ? choose.variables : saved}
        onChange={next => choose.mutate(next)}
        className="w-96 max-w-full"
      />
    </div>
  )
}
