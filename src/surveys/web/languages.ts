import { t } from '../../kit/i18n.ts'

/** A language as the console's reader calls it, with what its speakers call it: “German (Deutsch)”. */
export function languageName(locale: string): string {
  const [here, there] = [nameIn(t.intl, locale), nameIn(locale, locale)]
  return here.toLocaleLowerCase() === there.toLocaleLowerCase() ? here : `${here} (${there})`
}

/** “German” */
export const languageShort = (locale: string): string => nameIn(t.intl, locale)

function nameIn(speaker: string, locale: string): string {
  try {
    return new Intl.DisplayNames([speaker], { type: 'language' }).of(locale) ?? locale
  } catch {
    return locale
  }
}

/** What is offered to add; any other can be typed as a tag (de-AT). By number of speakers on the web, roughly. */
export const offeredLanguages: readonly string[] =
  'en de ar fr es it pt pt-BR nl pl tr ru uk cs sk hu ro bg el sv da nb fi et lv lt sl hr sr bs sq mk he fa ur hi bn ta te ja ko zh-Hans zh-Hant th vi id ms fil sw am so ti ku ckb ka hy az kk uz ca eu gl ga cy is mt lb'.split(
    ' ',
  )
