import { t } from '../../../kit/i18n.ts'
import { Button } from '../../../kit/web/ui/Button.tsx'
import { Menu } from '../../../kit/web/ui/overlay/Menu.tsx'
import { questionKinds, type QuestionKind } from '../../question.ts'
import { kindWords } from '../words.ts'

/** Every kind of question, with what it is for. */
export const AddQuestion = ({ onAdd }: { onAdd: (kind: QuestionKind) => void }) => (
  <Menu
    label={t('Kind of question')}
    placement="bottom start"
    entries={questionKinds.map(kind => ({
      id: kind,
      label: t(kindWords[kind].label),
      detail: t(kindWords[kind].use),
      onAction: () => onAdd(kind),
    }))}
  >
    <Button icon="add">{t('Add a question')}</Button>
  </Menu>
)
