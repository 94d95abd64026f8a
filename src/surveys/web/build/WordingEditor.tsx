import { msg, t } from '../../../kit/i18n.ts'
import { translator } from '../../../kit/translator.ts'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { wordingKeys } from '../../questionnaire.ts'
import type { SurveyDraft } from '../draft/useSurveyDraft.ts'

const places: Readonly<Partial<Record<(typeof wordingKeys)[number], { label: string; usual: string }>>> = {
  next: { label: msg('To the next page'), usual: msg('Next') },
  back: { label: msg('To the page before'), usual: msg('Back') },
  send: { label: msg('After the last question'), usual: msg('Send') },
  help: { label: msg('For who is stuck'), usual: msg('Need help?') },
}

/** Own words on the buttons; where there are none, the product's stand in each language. */
export function WordingEditor({ draft: { draft, edit } }: { draft: SurveyDraft }) {
  const say = translator(draft.locale)
  const set = (key: keyof typeof places, text: string) =>
    edit(now => {
      const { [key]: _, ...rest } = now.wording
      return { ...now, wording: text === '' ? rest : { ...rest, [key]: text } }
    }, `wording.${key}`)
  return (
    <div className="grid gap-6 wide:grid-cols-2">
      {(Object.entries(places) as [keyof typeof places, { label: string; usual: string }][]).map(([key, { label, usual }]) => (
        <TextField
          key={key}
          label={t(label)}
          optional
          placeholder={say(usual)}
          hint={t('Without own words: “{usual}”', { usual: say(usual) })}
          value={draft.wording[key] ?? ''}
          maxLength={60}
          lang={draft.locale}
          dir="auto"
          onChange={text => set(key, text)}
        />
      ))}
    </div>
  )
}
