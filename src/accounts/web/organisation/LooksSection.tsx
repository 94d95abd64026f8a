import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { checkBrand } from '../../../kit/colour.ts'
import { t } from '../../../kit/i18n.ts'
import { decimal } from '../../../kit/words.ts'
import { explain } from '../../../kit/web/problem.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { FileDrop } from '../../../kit/web/ui/form/FileDrop.tsx'
import { State } from '../../../kit/web/ui/State.tsx'
import { TextField } from '../../../kit/web/ui/form/TextField.tsx'
import { toast } from '../../../kit/web/toasts.ts'
import { settings } from '../client.ts'
import { SettingsForm } from './SettingsForm.tsx'
import { type Org, useChangeOrg } from './useChangeOrg.ts'

/** Logo and colour, as customers see them on questionnaires and in mails. */
export function LooksSection({ org, may }: { org: Org; may: boolean }) {
  const change = useChangeOrg()
  const [colour, setColour] = useState(org.settings.colour ?? '')
  const valid = /^#[0-9a-f]{6}$/i.test(colour)
  return (
    <SettingsForm title={t('Logo and colour')} change={change} onSave={() => change.mutate({ colour: colour || null })}>
      <Logo org={org} may={may} />
      <TextField
        label={t('Colour')}
        value={colour}
        onChange={setColour}
        placeholder="#0a6375"
        className="max-w-56"
        spellCheck={false}
        error={colour !== '' && !valid && t('Write it as in #0a6375.')}
        before={<span className="size-5 rounded-sm border border-line" style={{ background: valid ? colour : 'transparent' }} />}
      />
      {valid && <Readable colour={colour} onTake={setColour} />}
    </SettingsForm>
  )
}

/** Whether words in this colour can be read on both pages, and the nearest colour that can. */
function Readable({ colour, onTake }: { colour: string; onTake: (colour: string) => void }) {
  const { light, dark } = checkBrand(colour)
  const rows = [
    { id: 'light', label: t('on white'), check: light, page: '#ffffff' },
    { id: 'dark', label: t('on dark pages'), check: dark, page: '#101417' },
  ]
  return (
    <ul className="grid gap-2">
      {rows.map(({ id, label, check, page }) => (
        <li key={id} className="flex flex-wrap items-center gap-3">
          <span className="rounded-md border border-line px-3 py-1 font-strong" style={{ color: check.colour, background: page }}>
            {t('Answer now')}
          </span>
          <State kind={check.passes ? 'kept' : 'soon'}>
            {check.passes
              ? t('{ratio}:1 {where}: can be read', { ratio: decimal(check.ratio), where: label })
              : t('{ratio}:1 {where}: too faint, {colour} is used there instead', {
                  ratio: decimal(check.ratio),
                  where: label,
                  colour: check.colour,
                })}
          </State>
          {!check.passes && (
            <Button size="small" onPress={() => onTake(check.colour)}>
              {t('Take {colour}', { colour: check.colour })}
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

function Logo({ org, may }: { org: Org; may: boolean }) {
  const queries = useQueryClient()
  const read = () => (toast(t('Saved')), queries.invalidateQueries({ queryKey: ['org'] }))
  const put = useMutation({
    meta: { quiet: true },
    mutationFn: (file: File) => settings.putLogo({ body: file as never }),
    onSuccess: read,
  })
  const remove = useMutation({ mutationFn: () => settings.deleteLogo(), onSuccess: read })
  return (
    <div className="grid gap-3">
      {org.logoUrl && (
        <div className="flex flex-wrap items-center gap-4">
          {/* Logos are made for white. */}
          <img
            src={new URL(org.logoUrl).pathname}
            alt={t('Your logo')}
            className="max-h-12 rounded-md border border-line bg-white p-1"
          />
          {may && (
            <Button size="small" onPress={() => remove.mutate()} busy={remove.isPending}>
              {t('Remove the logo')}
            </Button>
          )}
        </div>
      )}
      {may && (
        <FileDrop
          label={
            org.logoUrl ? t('Another logo: PNG, JPEG or WebP, at most 1 MB') : t('Your logo: PNG, JPEG or WebP, at most 1 MB')
          }
          accept={['image/png', 'image/jpeg', 'image/webp', 'image/gif']}
          onFiles={files => files[0] && put.mutate(files[0])}
          error={put.error && explain(put.error).detail}
        />
      )}
    </div>
  )
}
