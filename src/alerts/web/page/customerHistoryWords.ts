import { t } from '../../../kit/i18n.ts'
import { outcomeLabel } from '../../alertOutcomes.ts'
import type { CustomerHistoryItem } from '../../workContract.ts'

/** One thing that happened with a customer, in words. */
export function customerHistoryWords({ kind, about, state, said }: CustomerHistoryItem): string {
  switch (kind) {
    case 'answer':
      return t('Answered “{survey}”', { survey: about })
    case 'alert':
      if (state === 'confirmed') return t('Alert of “{survey}”, settled for the customer', { survey: about })
      if (state === 'resolved')
        return t('Alert of “{survey}”: {outcome}', { survey: about, outcome: t(outcomeLabel(said ?? '')) })
      return t('Alert of “{survey}”, still open', { survey: about })
    case 'help':
      return state === 'waits'
        ? t('Asked for help in “{survey}”; nobody replied yet', { survey: about })
        : t('Asked for help in “{survey}”, and got a reply', { survey: about })
    case 'mail':
      return mailWords(about, state)
  }
}

function mailWords(about: string, state: string | null): string {
  switch (state) {
    case 'asked':
      return t('Was asked whether it is settled; no answer yet')
    case 'settled':
      return t('Said that it is settled')
    case 'not-settled':
      return t('Said that it is not settled')
    case 'told':
      return t('Was told what was done about “{cause}”', { cause: about })
    case 'answered':
      return t('Was invited to “{survey}”, and answered', { survey: about })
    case 'bounced':
    case 'failed':
      return t('The invitation to “{survey}” came back', { survey: about })
    default:
      return t('Was invited to “{survey}”', { survey: about })
  }
}
