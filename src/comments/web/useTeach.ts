import { useMutation, useQueryClient } from '@tanstack/react-query'
import { t } from '../../kit/i18n.ts'
import { toastUndo } from '../../kit/web/toasts.ts'
import { comments } from './client.ts'

export interface Lesson {
  text: string
  negative?: boolean
  /** Names. */
  themes?: string[]
}

/** A correction teaches; for ten seconds it can be taken back. */
export function useTeach() {
  const queries = useQueryClient()
  const again = () => Promise.all(['comments', 'responses'].map(topic => queries.invalidateQueries({ queryKey: [topic] })))
  return useMutation({
    mutationFn: (lesson: Lesson) => comments.teach({ body: { items: [lesson] } }),
    onSuccess: ({ ids: [id] }) => {
      if (id)
        toastUndo(
          t('Learned. Comments like it are read again.'),
          () => void comments.undoLabel({ params: { id } }).finally(again),
        )
    },
    onSettled: again,
  })
}
