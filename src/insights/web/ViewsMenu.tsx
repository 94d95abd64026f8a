import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { Checkbox } from '../../kit/web/ui/form/Checkbox.tsx'
import { FormDialog } from '../../kit/web/ui/overlay/FormDialog.tsx'
import { Menu } from '../../kit/web/ui/overlay/Menu.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import { toastUndo } from '../../kit/web/toasts.ts'
import type { InsightView } from '../viewContract.ts'
import { savedViews } from './client.ts'
import { type Filters, searchOf } from './filters.ts'

interface ViewsProps {
  filters: Filters
  open: (search: Record<string, string>) => void
}

const same = (a: Record<string, string>, b: Record<string, string>): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([name, value]) => b[name] === value)

// A view that names no time was kept when that meant all answers.
const searchIn = ({ search }: InsightView): Record<string, string> => ({ time: 'all', ...search })

/** Ways of looking that have a name: one's own, and those that colleagues share. */
export function ViewsMenu({ filters, open }: ViewsProps) {
  const [saving, setSaving] = useState(false)
  const views = useQuery(savedViews.listInsightViews.query()).data ?? []
  const queries = useQueryClient()
  const removal = useMutation({
    mutationFn: (view: InsightView) => savedViews.removeInsightView({ params: { id: view.id } }),
    onSuccess: (_, view) => {
      void queries.invalidateQueries({ queryKey: ['insights', '/insights/views'] })
      const again = () => savedViews.saveInsightView({ body: { name: view.name, shared: view.shared, search: view.search } })
      toastUndo(t('“{name}” is removed.', { name: view.name }), () => {
        void again().then(() => queries.invalidateQueries({ queryKey: ['insights', '/insights/views'] }))
      })
    },
  })
  const current = views.find(view => same(searchIn(view), searchOf(filters)))
  return (
    <>
      <Menu
        label={t('Views')}
        entries={[
          ...views.map(view => ({
            id: view.id,
            label: view.name,
            checked: view === current,
            detail: view.mine ? (view.shared ? t('shared') : undefined) : t('by {name}', { name: view.by }),
            onAction: () => open(searchIn(view)),
          })),
          views.length > 0 && 'line',
          { id: 'save', label: t('Save this view'), icon: 'add' as const, onAction: () => setSaving(true) },
          current?.mine && {
            id: 'remove',
            label: t('Remove “{name}”', { name: current.name }),
            icon: 'trash' as const,
            onAction: () => removal.mutate(current),
          },
        ]}
      >
        <Button icon="eye">{current?.name ?? t('Views')}</Button>
      </Menu>
      {saving && <SaveView filters={filters} onClose={() => setSaving(false)} />}
    </>
  )
}

function SaveView({ filters, onClose }: { filters: Filters; onClose: () => void }) {
  const [name, setName] = useState('')
  const [shared, setShared] = useState(false)
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: () => savedViews.saveInsightView({ body: { name, shared, search: searchOf(filters) } }),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['insights', '/insights/views'] })
      onClose()
    },
  })
  return (
    <FormDialog
      title={t('Save this view')}
      submit={t('Save view')}
      onSubmit={() => save.mutate()}
      onClose={onClose}
      busy={save.isPending}
      disabledReason={!name.trim() && t('Give it a name.')}
    >
      <TextField label={t('Name')} value={name} onChange={setName} autoFocus maxLength={200} />
      <Checkbox checked={shared} onChange={setShared}>
        {t('Colleagues see it too')}
      </Checkbox>
      <p className="text-small text-ink-3">
        {t('It keeps survey, time, unit and segment; its numbers are always those of the day.')}
      </p>
    </FormDialog>
  )
}
