import { useState } from 'react'
import { t } from '../../../kit/i18n.ts'
import { decimal } from '../../../kit/words.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { type BrandColour, checkBrand, pages } from '../../../kit/colour.ts'
import { changeBrand } from '../draft/edits.ts'
import type { SurveyDraft } from '../draft/useSurveyDraft.ts'
import { LogoField } from './LogoField.tsx'

const isColour = (text: string) => /^#[0-9a-f]{6}$/.test(text)

/** Logo and colour of this survey; without them, the organisation's. */
export function BrandEditor({ draft }: { draft: SurveyDraft }) {
  const { brand } = draft.draft
  const [typed, setTyped] = useState(brand.colour ?? '')
  const set = (colour: string | undefined) => {
    setTyped(colour ?? '')
    draft.edit(now => changeBrand(now, { colour }), 'colour')
  }
  const type = (text: string) => {
    const colour = text.trim().toLowerCase()
    setTyped(text)
    if (isColour(colour)) set(colour)
    else if (colour === '') set(undefined)
  }
  return (
    <div className="grid gap-8">
      <LogoField draft={draft} />
      <div className="grid gap-3">
        <div className="flex items-start gap-3">
          <TextField
            label={t('Colour')}
            optional
            className="w-44"
            placeholder="#0a6375"
            dir="ltr"
            spellCheck={false}
            maxLength={7}
            value={typed}
            hint={t('For buttons and links. Empty: your organisation’s.')}
            error={typed !== '' && !isColour(typed.trim().toLowerCase()) && t('Write it as in #0a6375.')}
            onChange={type}
          />
          <label className="mt-6 block">
            <span className="sr-only">{t('Choose the colour')}</span>
            <input
              type="color"
              value={brand.colour ?? '#0a6375'}
              onChange={event => set(event.target.value)}
              className="block h-control w-12 cursor-pointer rounded-md border border-control bg-page p-1"
            />
          </label>
        </div>
        {brand.colour && <Contrast colour={brand.colour} onTake={set} />}
      </div>
    </div>
  )
}

function Contrast({ colour, onTake }: { colour: string; onTake: (colour: string) => void }) {
  const { light, dark } = checkBrand(colour)
  return (
    <div className="grid gap-2">
      <Verdict name={t('On the light page')} page={pages.light} brand={light} />
      <Verdict name={t('On the dark page')} page={pages.dark} brand={dark} />
      {!light.passes && (
        <div>
          <Button size="small" onPress={() => onTake(light.colour)}>
            {t('Take {colour}, the nearest that can be read', { colour: light.colour })}
          </Button>
        </div>
      )}
    </div>
  )
}

const Verdict = ({ name, page, brand }: { name: string; page: string; brand: BrandColour }) => (
  <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
    <span
      aria-hidden="true"
      className="grid h-8 w-24 place-items-center rounded-md border border-line text-small font-strong"
      style={{ background: page, color: brand.colour }}
    >
      {t('Send')}
    </span>
    <State kind={brand.passes ? 'good' : 'soon'}>
      {brand.passes
        ? t('{page}: {ratio} to 1, can be read', { page: name, ratio: decimal(brand.ratio) })
        : t('{page}: {ratio} to 1, too little; shown as {colour}', {
            page: name,
            ratio: decimal(brand.ratio),
            colour: brand.colour,
          })}
    </State>
  </div>
)
