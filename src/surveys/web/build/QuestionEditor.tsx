import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Menu } from '../../../kit/web/ui/overlay/Menu.tsx'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import { Switch } from '../../../kit/web/ui/form/Switch.tsx'
import { TextArea } from '../../../kit/web/ui/form/TextArea.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { toastUndo } from '../../../kit/web/toasts.ts'
import { questionKinds, limits, type Question, scaleOf, usualScale } from '../../question.ts'
import { asKind, changeQuestion, duplicateQuestion, freshId, moveBy, removeQuestion } from '../draft/edits.ts'
import type { SurveyDraft } from '../draft/useSurveyDraft.ts'
import { kindWords } from '../words.ts'
import { OptionListEditor } from './OptionListEditor.tsx'
import { ScaleEditor } from './ScaleEditor.tsx'
import { ShowIfEditor } from './ShowIfEditor.tsx'

export interface QuestionEditorProps {
  draft: SurveyDraft
  question: Question
  /** It was just added: one begins with its words. */
  fresh: boolean
  onOpen: (at: string) => void
}

type ChangeQuestion = (change: Partial<Question>, key?: string) => void

export function QuestionEditor({ draft, question, fresh, onOpen }: QuestionEditorProps) {
  const { questions, locale } = draft.draft
  const at = questions.indexOf(question)
  const set: ChangeQuestion = (change, key) =>
    draft.edit(now => changeQuestion(now, question.id, one => without({ ...one, ...change })), key && `${question.id}.${key}`)
  return (
    <div className="grid gap-6">
      <div className="flex flex-wrap items-end gap-3">
        <Select
          label={t('Kind')}
          className="w-60"
          options={questionKinds.map(kind => ({ id: kind, label: t(kindWords[kind].label) }))}
          value={question.kind}
          onChange={kind => draft.edit(now => changeQuestion(now, question.id, one => asKind(one, kind)))}
        />
        <span className="ms-auto">
          <QuestionMenu draft={draft} question={question} at={at} onOpen={onOpen} />
        </span>
      </div>
      <TextArea
        label={t('Question')}
        rows={2}
        autoFocus={fresh}
        value={question.prompt}
        maxLength={limits.prompt}
        lang={locale}
        dir="auto"
        onChange={prompt => set({ prompt }, 'prompt')}
      />
      <TextField
        label={t('Hint')}
        optional
        hint={t('Stands under the question in small type.')}
        value={question.hint ?? ''}
        maxLength={limits.prompt}
        lang={locale}
        dir="auto"
        onChange={hint => set({ hint: hint || undefined }, 'hint')}
      />
      <Switch
        checked={question.required}
        onChange={required => set({ required })}
        hint={t('People who cannot leave a question out sometimes leave the survey.')}
      >
        {t('Must be answered')}
      </Switch>
      <KindParts question={question} lang={locale} set={set} />
      <ShowIfEditor condition={question.showIf} earlier={questions.slice(0, at)} onChange={showIf => set({ showIf })} />
    </div>
  )
}

/** A field that is taken away is not there at all: what is undefined would not reach the server. */
function without(question: Question): Question {
  return Object.fromEntries(Object.entries(question).filter(([, value]) => value !== undefined)) as unknown as Question
}

function KindParts({ question, lang, set }: { question: Question; lang: string; set: ChangeQuestion }) {
  const { kind, options = [], rows = [] } = question
  const scale = scaleOf(question)
  const columns = kind === 'matrix' && options.length > 0
  return (
    <>
      {kind === 'matrix' && (
        <OptionListEditor
          title={t('Rows')}
          name={n => t('Row {n}', { n })}
          add={t('Add a row')}
          options={rows}
          most={limits.rows}
          lang={lang}
          onChange={(rows, key) => set({ rows }, key)}
        />
      )}
      {kind === 'matrix' && (
        <Switch
          checked={columns}
          onChange={on =>
            set(
              on
                ? { scale: undefined, options: [1, 2, 3].map(() => ({ id: freshId('o'), label: '' })) }
                : { options: undefined, scale: usualScale.matrix },
            )
          }
          hint={t('Without own columns each row is answered on a scale.')}
        >
          {t('Own columns')}
        </Switch>
      )}
      {(kind === 'choice' || kind === 'choices' || columns) && (
        <OptionListEditor
          title={columns ? t('Columns') : t('Answers to choose from')}
          name={n => (columns ? t('Column {n}', { n }) : t('Answer {n}', { n }))}
          add={columns ? t('Add a column') : t('Add an answer')}
          options={options}
          most={limits.options}
          lang={lang}
          onChange={(options, key) => set({ options }, key)}
        />
      )}
      {scale && (
        <ScaleEditor
          key={question.id}
          scale={scale}
          fixed={kind === 'nps'}
          lang={lang}
          onChange={(scale, key) => set({ scale }, key)}
        />
      )}
    </>
  )
}

function QuestionMenu({ draft, question, at, onOpen }: Omit<QuestionEditorProps, 'fresh'> & { at: number }) {
  const { questions } = draft.draft
  const move = (step: 1 | -1) => draft.edit(now => ({ ...now, questions: moveBy(now.questions, question.id, step) }))
  const duplicate = () => {
    const id = freshId(question.kind)
    draft.edit(now => duplicateQuestion(now, question.id, id))
    onOpen(id)
  }
  const remove = () => {
    const [, putBack] = removeQuestion(draft.draft, question.id)
    draft.edit(now => removeQuestion(now, question.id)[0])
    const next = questions[at + 1] ?? questions[at - 1]
    onOpen(next?.id ?? '-start')
    toastUndo(t('Question {n} removed', { n: at + 1 }), () => {
      draft.edit(putBack)
      onOpen(question.id)
    })
  }
  return (
    <Menu
      label={t('This question')}
      entries={[
        { id: 'copy', label: t('Duplicate'), icon: 'copy', onAction: duplicate },
        {
          id: 'up',
          label: t('Move up'),
          icon: 'up',
          kbd: 'Alt ↑',
          disabledReason: at === 0 && t('It is the first'),
          onAction: () => move(-1),
        },
        {
          id: 'down',
          label: t('Move down'),
          icon: 'down',
          kbd: 'Alt ↓',
          disabledReason: at === questions.length - 1 && t('It is the last'),
          onAction: () => move(1),
        },
        'line',
        { id: 'remove', label: t('Remove'), icon: 'trash', danger: true, onAction: remove },
      ]}
    >
      <Button icon="more" label={t('Duplicate, move, remove')} />
    </Menu>
  )
}
