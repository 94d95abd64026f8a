import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { explain, fieldErrors } from '../../kit/web/problem.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { FormDialog } from '../../kit/web/ui/overlay/FormDialog.tsx'
import { Menu } from '../../kit/web/ui/overlay/Menu.tsx'
import { Select } from '../../kit/web/ui/form/Select.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import { toastUndo } from '../../kit/web/toasts.ts'
import { comments } from './client.ts'

interface NamedTheme {
  id: string
  name: string
}

/** Rename, merge, retire. */
export function ThemeMenu({ theme, themes }: { theme: NamedTheme; themes: readonly NamedTheme[] }) {
  const [open, setOpen] = useState<'rename' | 'merge' | null>(null)
  const change = useThemeChange(() => setOpen(null))
  const retire = (retired: boolean) => comments.changeTheme({ params: { id: theme.id }, body: { retired } })
  return (
    <>
      <Menu
        label={t('What to do with “{name}”', { name: theme.name })}
        entries={[
          { id: 'rename', label: t('Rename'), icon: 'edit', onAction: () => setOpen('rename') },
          { id: 'merge', label: t('Merge into another'), icon: 'merge', onAction: () => setOpen('merge') },
          {
            id: 'retire',
            label: t('Retire'),
            icon: 'archive',
            onAction: () =>
              change.mutate(() =>
                retire(true).then(() =>
                  toastUndo(t('“{name}” is retired', { name: theme.name }), () => change.mutate(() => retire(false))),
                ),
              ),
          },
        ]}
      >
        <Button variant="quiet" size="small" icon="more" label={t('More about “{name}”', { name: theme.name })} />
      </Menu>
      {open === 'rename' && <Rename theme={theme} change={change} onClose={() => setOpen(null)} />}
      {open === 'merge' && <Merge theme={theme} themes={themes} change={change} onClose={() => setOpen(null)} />}
    </>
  )
}

type ThemeChange = ReturnType<typeof useThemeChange>

function useThemeChange(done: () => void) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSuccess: done,
    onSettled: () => queries.invalidateQueries({ queryKey: ['comments'] }),
  })
}

function Rename({ theme, change, onClose }: { theme: NamedTheme; change: ThemeChange; onClose: () => void }) {
  const [name, setName] = useState(theme.name)
  return (
    <FormDialog
      title={t('Rename “{name}”', { name: theme.name })}
      submit={t('Rename')}
      onClose={onClose}
      busy={change.isPending}
      disabledReason={name.trim() === '' && t('Give it a name first.')}
      onSubmit={() => change.mutate(() => comments.changeTheme({ params: { id: theme.id }, body: { name } }))}
    >
      <TextField
        label={t('Name')}
        value={name}
        onChange={setName}
        error={change.error && (fieldErrors(change.error)['name'] ?? explain(change.error).detail)}
        maxLength={200}
        autoFocus
      />
    </FormDialog>
  )
}

function Merge({
  theme,
  themes,
  change,
  onClose,
}: {
  theme: NamedTheme
  themes: readonly NamedTheme[]
  change: ThemeChange
  onClose: () => void
}) {
  const [into, setInto] = useState<string | null>(null)
  return (
    <FormDialog
      title={t('Merge “{name}” into another', { name: theme.name })}
      submit={t('Merge')}
      onClose={onClose}
      busy={change.isPending}
      disabledReason={!into && t('Choose the theme it becomes part of.')}
      onSubmit={() => into && change.mutate(() => comments.mergeTheme({ params: { id: theme.id }, body: { into } }))}
    >
      <Select
        label={t('Becomes part of')}
        options={themes.filter(({ id }) => id !== theme.id).map(({ id, name }) => ({ id, label: name }))}
        value={into}
        onChange={setInto}
      />
    </FormDialog>
  )
}
