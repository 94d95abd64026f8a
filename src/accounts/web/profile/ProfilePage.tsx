import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNow } from '../../../kit/web/useNow.ts'
import { t } from '../../../kit/i18n.ts'
import { ago } from '../../../kit/words.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Load } from '../../../kit/web/ui/state/Load.tsx'
import { Page } from '../../../kit/web/ui/page/Page.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { toast } from '../../../kit/web/toasts.ts'
import { browserWords } from './browserWords.ts'
import { login } from '../client.ts'
import { PasswordSection } from './PasswordSection.tsx'
import { SecondFactorSection } from './SecondFactorSection.tsx'
import { useSession } from '../session.ts'

/** One's own login: name, password, second factor, where one is signed in. */
export function ProfilePage() {
  const session = useSession()
  return (
    <Page title={t('Your profile and security')}>
      {session?.user && (
        <div className="max-w-measure">
          <NameSection name={session.user.name} email={session.user.email} />
          <PasswordSection email={session.user.email} />
          <SecondFactorSection on={session.user.secondFactor} />
          <Sessions />
        </div>
      )}
    </Page>
  )
}

function NameSection({ name: saved, email }: { name: string; email: string }) {
  const queries = useQueryClient()
  const [name, setName] = useState(saved)
  const rename = useMutation({
    mutationFn: () => login.rename({ body: { name } }),
    onSuccess: () => (toast(t('Saved')), queries.invalidateQueries({ queryKey: ['session'] })),
  })
  return (
    <Section title={t('Who you are')} note={email}>
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={event => {
          event.preventDefault()
          rename.mutate()
        }}
      >
        <TextField label={t('Name')} value={name} onChange={setName} autoComplete="name" className="w-72" />
        <Button type="submit" busy={rename.isPending} disabledReason={!name.trim() && t('Type your name.')}>
          {t('Save')}
        </Button>
      </form>
    </Section>
  )
}

function Sessions() {
  const queries = useQueryClient()
  const query = useQuery(login.sessions.query())
  const read = () => queries.invalidateQueries({ queryKey: ['sessions'] })
  const end = useMutation({ mutationFn: (id: string) => login.endSession({ params: { id } }), onSuccess: read })
  const others = useMutation({
    mutationFn: () => login.endOtherSessions(),
    onSuccess: () => (toast(t('All others are signed out')), read()),
  })
  const now = useNow()
  return (
    <Section
      title={t('Where you are signed in')}
      more={
        <Button
          size="small"
          onPress={() => others.mutate()}
          busy={others.isPending}
          disabledReason={query.data && query.data.items.length < 2 && t('Only here.')}
        >
          {t('Sign out everywhere else')}
        </Button>
      }
    >
      <Load query={query}>
        {({ items }) => (
          <ul>
            {items.map(item => (
              <li key={item.id} className="flex min-h-12 flex-wrap items-center gap-x-4 border-b border-line py-2">
                <span className="min-w-0 flex-1 basis-48">
                  {browserWords(item.userAgent)} <span className="text-small text-ink-3">{item.address}</span>
                </span>
                {item.current ? (
                  <State kind="kept">{t('this browser')}</State>
                ) : (
                  <span className="flex items-center gap-4">
                    <span className="text-small text-ink-2">{t('seen {ago}', { ago: ago(item.lastSeenAt, now) })}</span>
                    <Button size="small" onPress={() => end.mutate(item.id)}>
                      {t('Sign out')}
                    </Button>
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </Load>
    </Section>
  )
}
