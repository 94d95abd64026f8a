import { t } from '../../../kit/i18n.ts'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import type { QuestionKind } from '../../../surveys/question.ts'
import { kindWords } from '../../../surveys/web/words.ts'
import { responsesHref } from '../../responseFilterSearch.ts'
import type { QuestionResult } from '../questionResults.ts'
import { MatrixTable } from './MatrixTable.tsx'
import { OptionsTable } from './OptionsTable.tsx'
import { Scored } from './Scored.tsx'
import { TextAnswers } from './TextAnswers.tsx'

interface QuestionSectionProps {
  survey: string
  question: QuestionResult
  cut: Readonly<Record<string, string>>
}

/** One question with the figure that its kind asks for. */
export function QuestionSection({ survey, question, cut }: QuestionSectionProps) {
  const { id, kind, prompt, n } = question
  const kindOf = t(kindWords[kind as QuestionKind]?.label ?? kind)
  return (
    <div id={`q-${id}`} className="mt-6 scroll-mt-16 border-t border-line pt-6">
      <Section
        title={prompt}
        note={`${kindOf} · ${t('{n, plural, =0 {nobody answered} one {# answered} other {# answered}}', { n })}`}
        more={
          kind === 'text' &&
          n > 0 && (
            <TextLink look="bare" href={responsesHref(survey, cut, { said: id })}>
              {t('All of them')}
            </TextLink>
          )
        }
      >
        {n === 0 ? (
          <p className="text-ink-2">{t('Nobody answered this question.')}</p>
        ) : (
          <Body survey={survey} question={question} cut={cut} />
        )}
      </Section>
    </div>
  )
}

function Body({ survey, question, cut }: QuestionSectionProps) {
  const { id, kind, prompt } = question
  const href = (more: Record<string, string | number>) => responsesHref(survey, cut, { question: id, ...more })
  if (kind === 'text')
    return <TextAnswers survey={survey} question={id} prompt={prompt} cut={cut} href={more => responsesHref(survey, cut, more)} />
  if (kind === 'matrix') return <MatrixTable question={question} href={(row, more) => href({ row, ...more })} />
  if (question.options) {
    return (
      <OptionsTable label={prompt} options={question.options} several={kind === 'choices'} href={option => href({ option })} />
    )
  }
  return <Scored survey={survey} question={question} cut={cut} href={href} />
}
