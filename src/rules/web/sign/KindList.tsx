import { Button } from 'react-aria-components'
import { t } from '../../../kit/i18n.ts'
import { kindWords, type SignKind, signKinds, type WatchedSurvey, whyNotKind } from '../../signKinds.ts'

export interface KindListProps {
  watched: WatchedSurvey
  onChoose: (kind: SignKind | 'group') => void
  /** In the sentence itself: offers brackets, and silence in the place of everything that stands there. */
  outer: boolean
}

/** What can be looked at, each with what it does. */
export function KindList({ watched, onChoose, outer }: KindListProps) {
  return (
    <ul className="grid">
      {signKinds.map(kind => {
        if (kind === 'silence' && !outer) return null
        const { label, detail } = kindWords(kind)
        const why = whyNotKind(kind, watched)
        const aside = kind === 'silence' ? ` ${t('It takes the place of the other conditions.')}` : ''
        return (
          <Choice
            key={kind}
            label={label}
            detail={why ?? detail + aside}
            disabled={Boolean(why)}
            onPress={() => onChoose(kind)}
          />
        )
      })}
      {outer && (
        <Choice label={t('Several in brackets')} detail={t('“this and (that or that)”')} onPress={() => onChoose('group')} />
      )}
    </ul>
  )
}

const Choice = ({
  label,
  detail,
  disabled,
  onPress,
}: {
  label: string
  detail: string
  disabled?: boolean
  onPress: () => void
}) => (
  <li>
    <Button
      onPress={onPress}
      isDisabled={disabled}
      className="block w-full cursor-pointer rounded-md px-2 py-1.5 text-start hover:bg-hover data-disabled:cursor-not-allowed data-disabled:text-ink-3"
    >
      {label}
      <span className="block text-small text-ink-3">{detail}</span>
    </Button>
  </li>
)
