import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay } from '../../../accounts/web/session.ts'
import type { Result } from '../../../kit/contract.ts'
import { t } from '../../../kit/i18n.ts'
import { useNow } from '../../../kit/web/useNow.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import { TextArea } from '../../../kit/web/ui/TextArea.tsx'
import { toast } from '../../../kit/web/ui/toasts.ts'
import { Voice } from '../../../kit/web/ui/Voice.tsx'
import { moment } from '../../../kit/words.ts'
import type { surveysContract } from '../../../surveys/contract.ts'
import { languageShort } from '../../../surveys/web/languages.ts'
import { surveys } from '../client.ts'

export type HelpItem = Result<typeof surveysContract.listHelp>['items'][number]

/** One who is stuck: their words, the place in the form, and the reply. */
export function HelpRow({ item, open }: { item: HelpItem; open: boolean }) {
  const now = useNow()
  return (
    <div className={`py-4 ${open ? '-mx-3 bg-selected px-3' : ''}`}>
      <div className="mb-1 flex flex-wrap items-baseline gap-x-3 text-small text-ink-3">
        {item.state === 'open' ? <State kind="running">{t('waits')}</State> : <State kind="kept">{t('answered')}</State>}
        <span>
          {item.question ? t('at “{question}”', { question: item.question.prompt }) : t('at no question in particular')}
        </span>
        <span>{languageShort(item.locale)}</span>
        <time dateTime={item.createdAt} className="ms-auto">
          {moment(item.createdAt, now)}
        </time>
      </div>
      <Voice text={item.message} lang={item.locale} />
      {item.state === 'open' ? <Reply item={item} /> : <Replied item={item} now={now} />}
    </div>
  )
}

const Replied = ({ item: { reply, repliedBy, answeredAt }, now }: { item: HelpItem; now: number }) => (
  <div className="mt-3 border-s-3 border-line-strong ps-3">
    <p className="whitespace-pre-line">{reply}</p>
    <p className="mt-1 text-small text-ink-3">{[repliedBy, answeredAt && moment(answeredAt, now)].filter(Boolean).join(' · ')}</p>
  </div>
)

function Reply({ item: { id, email } }: { item: HelpItem }) {
  const [text, setText] = useState('')
  const may = useMay('surveys.send')
  const queries = useQueryClient()
  const send = useMutation({
    mutationFn: () => surveys.replyToHelp({ params: { id }, body: { text: text.trim() } }),
    onSuccess: () => toast(email ? t('The reply goes out by mail.') : t('They read it when they open the page again.')),
    onSettled: () => queries.invalidateQueries({ queryKey: ['help-requests'] }),
  })
  return (
    <form
      className="mt-3 grid max-w-measure gap-2"
      onSubmit={event => {
        event.preventDefault()
        if (text.trim()) send.mutate()
      }}
    >
      <TextArea
        label={t('Reply')}
        hint={
          email
            ? t('Goes to {email}, with a link back to the same question.', { email })
            : t('They left no address: it is shown when they open the page again.')
        }
        rows={3}
        value={text}
        onChange={setText}
        disabledReason={!may && t('Only analysts and administrators reply.')}
      />
      <span>
        <Button type="submit" busy={send.isPending} disabledReason={may && text.trim() === '' && t('Write something first.')}>
          {t('Send the reply')}
        </Button>
      </span>
    </form>
  )
}
