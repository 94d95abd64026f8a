import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { CopyField } from '../../kit/web/ui/form/CopyField.tsx'
import { LinkButton } from '../../kit/web/ui/LinkButton.tsx'
import { Segmented } from '../../kit/web/ui/form/Segmented.tsx'
import { Sheet } from '../../kit/web/ui/overlay/Sheet.tsx'
import type { SurveyLinkRow } from '../../surveys/contract.ts'
import { surveys } from '../../surveys/web/client.ts'
import { snippetFor } from './snippet.ts'

/** One link to take away: the address, the QR code to print, or the lines for one's own site. */
export function LinkSheet({ surveyId, link, onClose }: { surveyId: string; link: SurveyLinkRow; onClose: () => void }) {
  const params = { id: surveyId, linkId: link.id }
  const svg = surveys.linkSvg.url({ params })
  return (
    <Sheet open onClose={onClose} title={link.name}>
      <div className="flex flex-col gap-5">
        <CopyField label={t('Address')} value={link.url} />
        {link.kind === 'site' ? (
          <Snippet url={link.url} />
        ) : (
          <>
            <img
              src={svg}
              alt={t('QR code of {name}', { name: link.name })}
              width={240}
              height={240}
              className="self-start rounded-md border border-line bg-[#fff] p-2"
            />
            <div className="flex flex-wrap gap-3">
              <LinkButton href={svg} download>
                {t('QR code to print (SVG)')}
              </LinkButton>
              <LinkButton href={surveys.linkPng.url({ params, query: { size: 1024 } })} download>
                {t('As a picture (PNG)')}
              </LinkButton>
            </div>
          </>
        )}
      </div>
    </Sheet>
  )
}

function Snippet({ url }: { url: string }) {
  const [as, setAs] = useState<'place' | 'button'>('place')
  return (
    <>
      <Segmented
        label={t('How it appears')}
        options={[
          { id: 'place', label: t('In the page') },
          { id: 'button', label: t('Behind a button') },
        ]}
        value={as}
        onChange={setAs}
      />
      <CopyField label={t('Put this where it is to appear')} value={snippetFor(url, as, t('Tell us how it was'))} />
      <p className="text-ink-2">
        {t('If your site has a content security policy, allow {origin} in script-src and frame-src. Nothing else is needed.', {
          origin: new URL(url).origin,
        })}
      </p>
    </>
  )
}
