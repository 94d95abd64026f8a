import { t } from '../../../kit/i18n.ts'

/** Behind which number of Insights these responses stand. */
export function drillDownWords(behind: string): string {
  if (behind.startsWith('cause:')) return t('carry one cause')
  const words: Record<string, string> = {
    drivers: t('rated everything'),
    'contacted-again': t('were spoken with and answered again'),
    left: t('nobody spoke with them'),
    'left-again': t('nobody spoke with them, and they answered again'),
  }
  return words[behind] ?? behind
}
