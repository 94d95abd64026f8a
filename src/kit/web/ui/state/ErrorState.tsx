import type { ReactNode } from 'react'
import { t } from '../../../i18n.ts'
import { explain } from '../../problem.ts'
import { Button } from '../Button.tsx'
import { Notice } from './Notice.tsx'

export interface ErrorStateProps {
  error: unknown
  retry?: () => void
  /** Another way on: a link. */
  instead?: ReactNode
}

/** What could not be loaded or done, what is safe, and how to go on. */
export function ErrorState({ error, retry, instead }: ErrorStateProps) {
  const { title, detail, retry: mayHelp } = explain(error)
  const again = retry && mayHelp && (
    <Button size="small" onPress={retry}>
      {t('Try again')}
    </Button>
  )
  return (
    <Notice
      tone="late"
      title={title}
      live
      actions={(again || instead) && [again, instead].filter(Boolean).map((node, i) => <span key={i}>{node}</span>)}
    >
      {detail}
    </Notice>
  )
}
