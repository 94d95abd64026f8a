import { t } from '../../kit/i18n.ts'
import { moment } from '../../kit/words.ts'
import type { IconName } from '../../kit/web/ui/Icon.tsx'
import { Rich } from '../../kit/web/ui/Rich.tsx'
import { Timeline } from '../../kit/web/ui/Timeline.tsx'
import type { Contact } from '../contract.ts'

const icons: Record<string, IconName> = { call: 'call', mail: 'mail', chat: 'chat', meeting: 'calendar', note: 'note' }

/** What was said to the customer and noted for colleagues, newest first. */
export const Contacts = ({ contacts, now }: { contacts: readonly Contact[]; now: number }) =>
  contacts.length === 0 ? null : (
    <div className="mt-5">
      <Timeline
        entries={contacts.map(contact => ({
          id: contact.id,
          icon: icons[contact.how] ?? 'chat',
          what: <Rich parts={[<b key="by" />]}>{doneWords(contact)}</Rich>,
          when: moment(contact.at, now),
          at: contact.at,
          children: contact.note && <p className="whitespace-pre-line">{contact.note}</p>,
        }))}
      />
    </div>
  )

function doneWords({ how, reached, by }: Contact): string {
  switch (how) {
    case 'note':
      return t('<0>{by}</0> left a note', { by })
    case 'call':
      return reached ? t('<0>{by}</0> spoke with the customer', { by }) : t('<0>{by}</0> tried to call; no answer', { by })
    case 'mail':
      return reached
        ? t('<0>{by}</0> and the customer wrote to each other', { by })
        : t('<0>{by}</0> wrote a mail; no answer yet', { by })
    case 'chat':
      return reached
        ? t('<0>{by}</0> chatted with the customer', { by })
        : t('<0>{by}</0> wrote in the chat; no answer yet', { by })
    case 'meeting':
      return reached
        ? t('<0>{by}</0> met the customer', { by })
        : t('<0>{by}</0> came to meet the customer; nobody there', { by })
    default:
      return reached
        ? t('<0>{by}</0> reached the customer ({how})', { by, how })
        : t('<0>{by}</0> tried to reach the customer ({how})', { by, how })
  }
}
