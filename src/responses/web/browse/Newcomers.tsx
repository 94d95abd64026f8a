import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'

/** Says that answers came in; they are put on top when one asks for it, so that nothing jumps while one reads. */
export const Newcomers = ({ n, onShow }: { n: number; onShow: () => void }) => (
  <div role="status" className={n > 0 ? 'mb-3' : 'sr-only'}>
    {n > 0 && (
      <Button size="small" icon="up" onPress={onShow}>
        {t('{n, plural, one {# new answer} other {# new answers}}', { n })}
      </Button>
    )}
  </div>
)
