import { pathTo } from '../../../kit/paths.ts'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { MayLink } from '../../../accounts/web/MayLink.tsx'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { useNow } from '../../../kit/web/useNow.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import { TextArea } from '../../../kit/web/ui/form/TextArea.tsx'
import { toast } from '../../../kit/web/toasts.ts'
import { CustomerQuote } from '../../../kit/web/ui/CustomerQuote.tsx'
import { moment, shortDay } from '../../../kit/words.ts'
import type { HelpItem } from '../../helpContract.ts'
import { languageShort } from '../languages.ts'
import { helpRequests } from '../client.ts'

/** One who is stuck: their words, the place in the form, and the reply. */
export function HelpRow({ item, open }: { item: HelpItem; open: boolean }) {
  const now = useNow()
  return (
    <div className={`py-4 ${open ? '-mx-3 bg-selected px-3' : ''}`}>
      <div className="mb-1 flex flex-wrap items-baseline gap-x-3 text-small text-ink-3">
        {item.state === 'open' ? <State kind="running">{t('waits')}</State> : <State kind="kept">{t('answered')}</State>}
        <span>
          {item.phone
            ? t('wants to be called')
            : item.question
              ? t('at “{question}”', { question: item.question.prompt })
              : t('at no question in particular')}
        </span>
        <span>{languageShort(item.locale)}</span>
        <time dateTime={item.createdAt} className="ms-auto">
          {/* Of an anonymous answer the day is all that is kept. */}
          {item.phone && !item.responseId ? shortDay(item.createdAt, now) : moment(item.createdAt, now)}
        </time>
      </div>
      <CustomerQuote text={item.message} lang={item.locale} />
      {item.phone && <CallbackNumber phone={item.phone} responseId={item.responseId} />}
      {item.state === 'open' ? <Reply item={item} /> : <Replied item={item} now={now} />}
    </div>
  )
}

const CallbackNumber = ({ phone, responseId }: { phone: string; responseId: string | null }) => (
  <p className="mt-2 flex flex-wrap items-baseline gap-x-4">
    <a href={`tel:${phone.replace(/[^+\d]/g, '')}`} className="font-semibold text-accent underline" dir="ltr">
      {phone}
    </a>
    {responseId ? (
      <MayLink needs="responses.read" href={pathTo('/responses/$id', { id: responseId })}>
        {t('See the answers')}
      </MayLink>
    ) : (
      <span className="text-small text-ink-3">{t('Which answers are theirs is not known: the survey is anonymous.')}</span>
    )}
  </p>
)

const Replied = ({ item: { reply, repliedBy, answeredAt }, now }: { item: HelpItem; now: number }) => (
  <div className="mt-3 border-s-3 border-line-strong ps-3">
    <p className="whitespace-pre-line">{reply}</p>
    <p className="mt-1 text-small text-ink-3">{[repliedBy, answeredAt && moment(answeredAt, now)].filter(Boolean).join(' · ')}</p>
  </div>
)

function Reply({ item: { id, email, phone } }: { item: HelpItem }) {
  const [text, setText] = useState('')
  const may = useMay('surveys.send')
  const queries = useQueryClient()
  const send = useMutation({
    mutationFn: () => helpRequests.replyToHelp({ params: { id }, body: { text: text.trim() } }),
    onSuccess: () =>
      toast(phone ? t('Noted') : email ? t('The reply goes out by mail.') : t('They read it when they open the page again.')),
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
        label={phone ? t('What came of the call') : t('Reply')}
        hint={
          phone
            ? t('Only colleagues read this.')
            : email
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
          {phone ? t('Note it') : t('Send the reply')}
        </Button>
      </span>
    </form>
  )
}
