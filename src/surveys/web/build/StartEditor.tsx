import { t } from '../../../kit/i18n.ts'
import { TextArea } from '../../../kit/web/ui/form/TextArea.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { limits } from '../../question.ts'
import type { SurveyDraft } from '../draft/useSurveyDraft.ts'

/** What stands above the first question. */
export function StartEditor({ draft: { draft, edit } }: { draft: SurveyDraft }) {
  return (
    <div className="grid gap-6">
      <TextField
        label={t('Name in the console')}
        hint={t('Respondents see it only where there is no title.')}
        value={draft.name}
        maxLength={200}
        error={draft.name.trim() === '' && t('It needs a name.')}
        onChange={name => edit(now => ({ ...now, name }), 'name')}
      />
      <TextField
        label={t('Title')}
        optional
        value={draft.title}
        maxLength={limits.label}
        lang={draft.locale}
        dir="auto"
        onChange={title => edit(now => ({ ...now, title }), 'title')}
      />
      <TextArea
        label={t('Introduction')}
        optional
        hint={t('What it is about and how long it takes. One sentence is often enough.')}
        value={draft.about}
        maxLength={limits.paragraph}
        lang={draft.locale}
        dir="auto"
        onChange={about => edit(now => ({ ...now, about }), 'about')}
      />
    </div>
  )
}
