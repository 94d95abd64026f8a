import { useQuery } from '@tanstack/react-query'
import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { ComboBox } from '../../kit/web/ui/form/ComboBox.tsx'
import { FileDrop } from '../../kit/web/ui/form/FileDrop.tsx'
import { RadioGroup } from '../../kit/web/ui/form/RadioGroup.tsx'
import { Segmented } from '../../kit/web/ui/form/Segmented.tsx'
import { Tag } from '../../kit/web/ui/Tag.tsx'
import { TextArea } from '../../kit/web/ui/form/TextArea.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import { type SendDraft, addressesIn } from './draft.ts'
import { units } from './units.ts'

export interface StepProps {
  draft: SendDraft
  onChange: (part: Partial<SendDraft>) => void
}

/** Whom to ask: people of the directory, pasted addresses, or a file. */
export const AudienceStep = ({ draft, onChange }: StepProps) => (
  <div className="flex flex-col gap-5">
    <RadioGroup
      label={t('Whom do you ask?')}
      value={draft.from}
      onChange={from => onChange({ from })}
      options={[
        { id: 'people', label: t('People of the directory'), detail: t('A send that recurs asks whoever fits by then.') },
        { id: 'list', label: t('Addresses I paste') },
        { id: 'file', label: t('A CSV file') },
      ]}
    />
    {draft.from === 'people' && <PeopleFields draft={draft} onChange={onChange} />}
    {draft.from === 'list' && (
      <TextArea
        label={t('Addresses')}
        hint={t(
          'One a line or parted by commas; “Dana Whitlock <dana@bakery.example>” brings the name. {n, plural, =0 {} one {# address} other {# addresses}}',
          { n: addressesIn(draft.emails).length },
        )}
        rows={7}
        value={draft.emails}
        onChange={emails => onChange({ emails })}
      />
    )}
    {draft.from === 'file' && (
      <FileDrop
        label={t('A CSV file with a column “email”; name, unit and locale if you have them. Every other column is a segment.')}
        accept={['text/csv', '.csv']}
        files={draft.file ? [draft.file] : []}
        onFiles={async ([file]) => file && onChange({ file: { name: file.name, size: file.size, text: await file.text() } })}
        error={draft.file && draft.file.size > 4_000_000 ? t('This file is larger than 4 MB. Send it in parts.') : null}
      />
    )}
  </div>
)

function PeopleFields({ draft, onChange }: StepProps) {
  const tree = useQuery({ ...units(), retry: false })
  const all = tree.data?.items ?? []
  const nameOf = (id: string) => all.find(unit => unit.id === id)?.name ?? id
  return (
    <>
      <Segmented
        label={t('Customers or colleagues')}
        options={[
          { id: 'contact' as const, label: t('Customers') },
          { id: 'staff' as const, label: t('Colleagues') },
          { id: 'all' as const, label: t('Everybody') },
        ]}
        value={draft.kind}
        onChange={kind => onChange({ kind })}
        className="self-start"
      />
      <div>
        <ComboBox
          key={draft.units.length}
          label={t('Only of these units')}
          optional
          hint={t('Units below them count too.')}
          options={all.filter(unit => !draft.units.includes(unit.id)).map(unit => ({ id: unit.id, label: unit.name }))}
          value={null}
          onChange={id => id && onChange({ units: [...draft.units, id] })}
        />
        <div className="mt-2 flex flex-wrap gap-2">
          {draft.units.map(id => (
            <Tag key={id} name={nameOf(id)} onRemove={() => onChange({ units: draft.units.filter(one => one !== id) })}>
              {nameOf(id)}
            </Tag>
          ))}
        </div>
      </div>
      <SegmentFields draft={draft} onChange={onChange} />
    </>
  )
}

function SegmentFields({ draft, onChange }: StepProps) {
  const set = (at: number, part: object) =>
    onChange({ segments: draft.segments.map((one, i) => (i === at ? { ...one, ...part } : one)) })
  return (
    <div className="flex flex-col items-start gap-3">
      {draft.segments.map((segment, i) => (
        // Segments have no identity but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={i} className="flex flex-wrap items-end gap-3">
          <TextField
            label={t('Segment')}
            placeholder="tier"
            value={segment.key}
            onChange={key => set(i, { key })}
            className="w-40"
          />
          <TextField
            label={t('Value')}
            placeholder="gold"
            value={segment.value}
            onChange={value => set(i, { value })}
            className="w-40"
          />
          <Button
            variant="quiet"
            icon="close"
            label={t('Remove this segment')}
            onPress={() => onChange({ segments: draft.segments.toSpliced(i, 1) })}
          />
        </div>
      ))}
      <Button size="small" icon="add" onPress={() => onChange({ segments: [...draft.segments, { key: '', value: '' }] })}>
        {t('Only people of a segment')}
      </Button>
    </div>
  )
}
