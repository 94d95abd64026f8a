import { useQuery } from '@tanstack/react-query'
import { t } from '../../../kit/i18n.ts'
import { Chip } from '../../../kit/web/ui/Chip.tsx'
import { Menu } from '../../../kit/web/ui/overlay/Menu.tsx'
import type { SurveyRow } from '../../../surveys/contract.ts'
import { isScored, type Question } from '../../../surveys/question.ts'
import { surveys } from '../client.ts'
import { ChoiceChip } from '../ChoiceChip.tsx'
import type { BrowseSearch } from '../../browseSearch.ts'
import { rangeWords } from './rangeWords.ts'
import { drillDownWords } from './drillDownWords.ts'
import { ScoreChip } from './ScoreChip.tsx'

interface BrowseChipsProps {
  survey: string
  surveys: readonly SurveyRow[]
  search: BrowseSearch
  setSearch: (change: Partial<BrowseSearch>) => void
}

const clearQuestion = { question: '', row: '', option: '', said: '', atLeast: '', atMost: '' }

/** What is looked at beyond time and place: survey, score, what was chosen or said, how far it came, whose. */
export function BrowseChips({ survey, surveys: all, search, setSearch }: BrowseChipsProps) {
  const whole = useQuery(surveys.getSurvey.query({ params: { id: survey } })).data
  const questions = whole?.draft.questions ?? []
  const scored = questions.find(({ id }) => id === search.question && !search.row) ?? questions.find(isScored)
  return (
    <>
      <Menu
        label={t('Survey')}
        placement="bottom start"
        entries={all.map(({ id, name }) => ({
          id,
          label: name,
          checked: id === survey,
          onAction: () => setSearch({ ...clearQuestion, survey: id, import: '' }),
        }))}
      >
        <Chip label={t('Survey')} value={whole?.name ?? t('one')} />
      </Menu>
      {chosenChips(search, questions).map(({ id, label, value, clear }) => (
        <Chip key={id} label={label} value={value} onRemove={() => setSearch(clear)} />
      ))}
      {scored && isScored(scored) && !search.row && !search.option && (
        <ScoreChip question={scored} search={search} setSearch={setSearch} />
      )}
      <ChoiceChip
        label={t('State')}
        value={search.state}
        options={[
          { id: 'complete', label: t('finished') },
          { id: 'partial', label: t('not finished') },
        ]}
        onChange={state => setSearch({ state })}
      />
      {search.behind && (
        <Chip label={t('In Insights')} value={drillDownWords(search.behind)} onRemove={() => setSearch({ behind: '' })} />
      )}
      {search.tree === 'was' && (
        <Chip label={t('Units')} value={t('as they were')} onRemove={() => setSearch({ tree: '', under: '' })} />
      )}
      {search.except && (
        <Chip
          label={t('Without')}
          value={search.except === 'below' ? t('the units below') : t('some of the units below')}
          onRemove={() => setSearch({ except: '' })}
        />
      )}
      {search.without && <Chip label={search.without} value={t('none')} onRemove={() => setSearch({ without: '' })} />}
      {search.person && <Chip label={t('Of one person')} onRemove={() => setSearch({ person: '' })} />}
      {search.import && <Chip label={t('Of one import')} onRemove={() => setSearch({ import: '' })} />}
    </>
  )
}

interface ChosenChip {
  id: string
  label: string
  value: string
  clear: Partial<BrowseSearch>
}

/** What a number of the results page led to: an option, a row of a matrix, words to one question. */
function chosenChips(search: BrowseSearch, questions: readonly Question[]): ChosenChip[] {
  const question = questions.find(({ id }) => id === search.question)
  const said = questions.find(({ id }) => id === search.said)
  const row = question?.rows?.find(({ id }) => id === search.row)?.label ?? search.row
  const option = question?.options?.find(({ id }) => id === search.option)?.label ?? search.option
  const name = row || (question?.prompt ?? t('Question'))
  return [
    ...(search.option ? [{ id: 'option', label: name, value: option, clear: clearQuestion }] : []),
    ...(search.row && !search.option ? [{ id: 'row', label: name, value: rangeWords(search), clear: clearQuestion }] : []),
    ...(search.said ? [{ id: 'said', label: said?.prompt ?? t('Question'), value: t('with words'), clear: { said: '' } }] : []),
  ]
}
