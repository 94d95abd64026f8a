// @words everybody
import type { Translate } from '../kit/i18n.ts'

type PageText = { title: string; text: string }

/** Why there is nothing to answer, and what to do instead. */
export function barredWords(why: 'unknown' | 'not-yet' | 'closed' | 'ended', organisation: string, t: Translate): PageText {
  switch (why) {
    case 'closed':
      return {
        title: t('This survey is closed'),
        text: t('It takes no more answers. Thank you for wanting to help; {org} may ask again another time.', {
          org: organisation,
        }),
      }
    case 'not-yet':
      return { title: t('This survey has not begun yet'), text: t('Try this link again later, or ask whoever gave it to you.') }
    case 'ended':
      return {
        title: t('This invitation has ended'),
        text: t('It was withdrawn before it was answered. Nothing is expected of you.'),
      }
    default:
      return {
        title: t('This link leads nowhere'),
        text: t('It may have been cut short on its way to you. Copy it whole, or ask whoever sent it for a new one.'),
      }
  }
}

/** The product's own thanks, where the questionnaire has none. */
export const thankWords = (organisation: string, t: Translate): PageText => ({
  title: t('Thank you'),
  text: t('Your answer has arrived at {org}. You can close this page.', { org: organisation }),
})
