import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { msg, t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { CopyField } from '../../kit/web/ui/form/CopyField.tsx'
import { Load } from '../../kit/web/ui/state/Load.tsx'
import { Section } from '../../kit/web/ui/page/Section.tsx'
import { State } from '../../kit/web/ui/State.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import type { CheckState, SenderFinding } from '../senderCheck.ts'
import { outbox } from './client.ts'

/** Does the world believe mail from this address? A panel for the organisation's settings. */
export function SenderCheck({ address }: { address: string }) {
  const [selector, setSelector] = useState('mail')
  const [asked, setAsked] = useState<{ address: string; selector: string }>()
  return (
    <Section
      title={t('Will mail from this address be believed?')}
      note={t('Three records in your domain’s DNS say who may send for it.')}
    >
      <form
        className="flex flex-wrap items-end gap-3"
        onSubmit={event => {
          event.preventDefault()
          setAsked({ address, selector })
        }}
      >
        <TextField
          label={t('DKIM selector')}
          hint={t('Your mail provider names it.')}
          value={selector}
          onChange={setSelector}
          className="w-52"
        />
        <Button type="submit" disabledReason={!address.includes('@') && t('Enter a sender address first.')}>
          {t('Check {domain}', { domain: address.split('@').at(-1) ?? '' })}
        </Button>
      </form>
      {asked && <Findings {...asked} />}
    </Section>
  )
}

function Findings(query: { address: string; selector: string }) {
  const result = useQuery({ ...outbox.checkSender.query({ query }), retry: false, gcTime: 0 })
  return (
    <Load query={result}>
      {({ findings }) => (
        <ul className="mt-4">
          {findings.map(finding => (
            <Finding key={finding.check} finding={finding} />
          ))}
        </ul>
      )}
    </Load>
  )
}

const states: Record<CheckState, [kind: Parameters<typeof State>[0]['kind'], word: string]> = {
  good: ['good', msg('in order')],
  missing: ['soon', msg('missing')],
  wrong: ['late', msg('wrong')],
  unknown: ['hidden', msg('could not be looked up')],
}

const Finding = ({ finding: { check, state, words, add } }: { finding: SenderFinding }) => (
  <li className="border-t border-line py-3">
    <div className="flex flex-wrap items-baseline gap-x-4">
      <b className="w-16">{check.toUpperCase()}</b>
      <State kind={states[state][0]}>{t(states[state][1])}</State>
    </div>
    <p className="mt-1 text-ink-2">{words}</p>
    {add && (
      <div className="mt-2 grid gap-3 wide:grid-cols-2">
        <CopyField label={t('Name of the TXT record')} value={add.name} />
        <CopyField label={t('Its value')} value={add.value} />
      </div>
    )}
  </li>
)
