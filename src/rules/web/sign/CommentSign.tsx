import { t } from '../../../kit/i18n.ts'
import { Checkbox } from '../../../kit/web/ui/form/Checkbox.tsx'
import { Select } from '../../../kit/web/ui/form/Select.tsx'
import type { CommentTest } from '../../condition.ts'
import { whyIncomplete } from '../../signKinds.ts'
import { PhrasesField } from './PhrasesField.tsx'
import type { SignProps } from './sign.ts'
import { ThemesField } from './ThemesField.tsx'

const any = 'any'

/** What a comment says. Everything that is chosen must be so. */
export function CommentSign({ sign, onChange, watched }: SignProps<{ comment: CommentTest }>) {
  const { comment } = sign
  const texts = watched.questions.filter(({ kind }) => kind === 'text')
  const set = (change: Partial<CommentTest>) => onChange({ comment: { ...comment, ...change } })
  const some = (list: string[]) => (list.length > 0 ? list : undefined)
  const missing = whyIncomplete(sign)
  return (
    <>
      <Select
        label={t('Which comment')}
        value={comment.question ?? any}
        onChange={id => set({ question: id === any ? undefined : id })}
        options={[{ id: any, label: t('any comment') }, ...texts.map(({ id, prompt }) => ({ id, label: prompt || id }))]}
      />
      <Select
        label={t('It is')}
        value={comment.negative === undefined ? any : comment.negative ? 'negative' : 'positive'}
        onChange={id => set({ negative: id === any ? undefined : id === 'negative' })}
        options={[
          { id: any, label: t('as it may be') },
          { id: 'negative', label: t('negative') },
          { id: 'positive', label: t('not negative') },
        ]}
      />
      <div className="grid gap-1.5">
        <Checkbox checked={comment.leaving === true} onChange={on => set({ leaving: on || undefined })}>
          {t('threatens to leave')}
        </Checkbox>
        <Checkbox checked={comment.call === true} onChange={on => set({ call: on || undefined })}>
          {t('asks to be called')}
        </Checkbox>
      </div>
      <ThemesField value={comment.themes ?? []} onChange={themes => set({ themes: some(themes) })} />
      <PhrasesField value={comment.phrases ?? []} onChange={phrases => set({ phrases: some(phrases) })} />
      {missing && <p className="text-small text-bad">{missing}</p>}
    </>
  )
}
