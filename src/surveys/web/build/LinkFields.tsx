import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import type { ThanksPage } from '../../questionnaire.ts'

type ThanksLink = NonNullable<ThanksPage['link']>

export interface LinkFieldsProps {
  link: ThanksLink | undefined
  lang: string
  onChange: (link: ThanksLink | undefined) => void
}

const isAddress = (url: string) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)

/** A button that leads on. It is kept once it has both a word and an address. */
export function LinkFields({ link, lang, onChange }: LinkFieldsProps) {
  const [typed, setTyped] = useState(link)
  if (!typed)
    return (
      <div>
        <Button size="small" icon="link" onPress={() => setTyped({ label: '', url: '' })}>
          {t('Add a button that leads on')}
        </Button>
      </div>
    )
  const change = (part: Partial<ThanksLink>) => {
    const next = { ...typed, ...part }
    setTyped(next)
    if (next.label.trim() !== '' && isAddress(next.url)) onChange(next)
  }
  const remove = () => {
    setTyped(undefined)
    onChange(undefined)
  }
  return (
    <div className="grid items-start gap-3 wide:grid-cols-[10rem_minmax(0,1fr)_auto]">
      <TextField
        label={t('Button')}
        value={typed.label}
        maxLength={300}
        lang={lang}
        dir="auto"
        onChange={label => change({ label })}
      />
      <TextField
        label={t('Leads to')}
        type="url"
        placeholder="https://"
        dir="ltr"
        value={typed.url}
        maxLength={2000}
        error={typed.url !== '' && !isAddress(typed.url) && t('Write the whole address, such as https://example.org.')}
        onChange={url => change({ url: url.trim() })}
      />
      <Button variant="quiet" icon="close" label={t('Remove the button')} onPress={remove} className="wide:mt-6" />
    </div>
  )
}
