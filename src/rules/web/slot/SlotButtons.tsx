import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'

/** How editing a place of the sentence ends: done, or the place goes. `onRemove` is absent where it is the only one. */
export const SlotButtons = ({ close, onRemove }: { close: () => void; onRemove: (() => void) | undefined }) => (
  <div className="flex justify-between gap-2">
    {onRemove ? (
      <Button
        size="small"
        variant="danger"
        onPress={() => {
          close()
          onRemove()
        }}
      >
        {t('Remove')}
      </Button>
    ) : (
      <span />
    )}
    <Button size="small" onPress={close}>
      {t('Done')}
    </Button>
  </div>
)
