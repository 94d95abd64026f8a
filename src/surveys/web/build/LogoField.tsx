import { useMutation } from '@tanstack/react-query'
import { t } from '../../../kit/i18n.ts'
import { explain } from '../../../kit/web/problem.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { FileDrop } from '../../../kit/web/ui/form/FileDrop.tsx'
import { logos } from '../client.ts'
import { changeBrand } from '../draft/edits.ts'
import type { SurveyDraft } from '../draft/useSurveyDraft.ts'

/** A picture of one's own above the questions. */
export function LogoField({ draft }: { draft: SurveyDraft }) {
  const { logo } = draft.draft.brand
  const set = (logo: string | undefined) => draft.edit(now => changeBrand(now, { logo }))
  const upload = useMutation({
    meta: { quiet: true },
    mutationFn: async (file: File) =>
      logos.putSurveyLogo({ params: { id: draft.id }, body: new Uint8Array(await file.arrayBuffer()) }),
    onSuccess: ({ logo }) => set(logo),
  })
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 font-strong">
        {t('Logo')} <span className="font-regular text-ink-3">{t('optional')}</span>
      </legend>
      {logo && (
        <div className="flex items-center gap-4">
          <img src={logo} alt={t('The logo as it is now')} className="max-h-12 max-w-48 rounded-sm bg-white p-1" />
          <Button size="small" onPress={() => set(undefined)}>
            {t('Take it away')}
          </Button>
        </div>
      )}
      <FileDrop
        label={t('A picture: PNG, JPEG, WebP or GIF, up to 1 MB')}
        accept={['image/png', 'image/jpeg', 'image/webp', 'image/gif']}
        onFiles={files => files[0] && upload.mutate(files[0])}
        error={upload.error && explain(upload.error).detail}
      />
    </fieldset>
  )
}
