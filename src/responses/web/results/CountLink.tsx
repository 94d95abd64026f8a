import { t } from '../../../kit/i18n.ts'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { responsesHref } from '../../responseFilterSearch.ts'

/** “1,842 answers”, which opens them. */
export const CountLink = ({ survey, cut, n }: { survey: string; cut: Readonly<Record<string, string>>; n: number | null }) =>
  n === null ? null : (
    <TextLink look="open" href={responsesHref(survey, cut, { state: 'complete' })}>
      {t('{n, plural, one {# answer} other {# answers}}', { n })}
    </TextLink>
  )
