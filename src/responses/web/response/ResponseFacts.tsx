import { type Href, pathTo } from '../../../kit/paths.ts'
import { useMay } from '../../../accounts/web/session.ts'
import { t } from '../../../kit/i18n.ts'
import { KeyValue } from '../../../kit/web/ui/page/KeyValue.tsx'
import { Section } from '../../../kit/web/ui/page/Section.tsx'
import { TextLink } from '../../../kit/web/ui/TextLink.tsx'
import { day, dayAndClock } from '../../../kit/words.ts'
import { languageShort } from '../../../surveys/web/languages.ts'
import { segmentParam } from '../../responseFilterSearch.ts'
import { sourceWords } from '../sourceWords.ts'
import type { ResponseDetail } from '../../browseContract.ts'

/** Who answered, where, when and how. What can be read more of leads to it. */
export function ResponseFacts({ response }: { response: ResponseDetail }) {
  const { person, unit, survey, locale, source, version, startedAt, respondedAt, respondedOn, segments, importId } = response
  const mayPeople = useMay('people.read')
  const all = (more: Record<string, string>) => pathTo('/responses', { survey: survey.id, ...more })
  const link = (href: Href, words: string) => (
    <TextLink look="open" href={href}>
      {words}
    </TextLink>
  )
  return (
    <Section title={t('Where it came from')}>
      <KeyValue
        facts={[
          [t('Survey'), link(pathTo('/surveys/$id/results', { id: survey.id }), survey.name)],
          [t('Version'), String(version)],
          person && [t('Customer'), mayPeople ? link(pathTo('/people/$id', { id: person.id }), person.name) : person.name],
          unit && [t('Unit'), link(all({ unit: unit.id }), unit.name)],
          ...Object.entries(segments).map(([key, value]) => [key, link(all({ [segmentParam(key)]: value }), value)] as const),
          [t('Source'), importId ? link(all({ import: importId }), sourceWords(source)) : sourceWords(source)],
          locale !== null && [t('Language'), languageShort(locale)],
          respondedOn === null && startedAt !== respondedAt && [t('Began'), dayAndClock(startedAt)],
          [t('Answered'), respondedOn === null ? dayAndClock(respondedAt) : day(respondedOn)],
        ]}
      />
    </Section>
  )
}
