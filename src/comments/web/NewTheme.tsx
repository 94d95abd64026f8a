import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { t } from '../../kit/i18n.ts'
import { explain, fieldErrors } from '../../kit/web/problem.ts'
import { Button } from '../../kit/web/ui/Button.tsx'
import { FormDialog } from '../../kit/web/ui/overlay/FormDialog.tsx'
import { TextField } from '../../kit/web/ui/form/TextField.tsx'
import { comments } from './client.ts'

/** A theme of one's own: it is found once a few comments were given to it. */
export function NewTheme() {
  const [name, setName] = useState<string | null>(null)
  const queries = useQueryClient()
  const create = useMutation({
    mutationFn: (word: string) => comments.createTheme({ body: { name: word } }),
    onSuccess: () => setName(null),
    onSettled: () => queries.invalidateQueries({ queryKey: ['comments'] }),
    onError: () => {},
  })
  return (
    <>
      <Button icon="add" onPress={() => setName('')}>
        {t('New theme')}
      </Button>
      {name !== null && (
        <FormDialog
          title={t('New theme')}
          submit={t('Add')}
          onClose={() => setName(null)}
          busy={create.isPending}
          disabledReason={name.trim() === '' && t('Give it a name first.')}
          onSubmit={() => create.mutate(name)}
        >
          <TextField
            label={t('Name')}
            hint={t('Then give it to a few comments: others like them follow.')}
            value={name}
            onChange={setName}
            error={create.error && (fieldErrors(create.error)['name'] ?? explain(create.error).detail)}
            maxLength={200}
            autoFocus
          />
        </FormDialog>
      )}
    </>
  )
}
