/** How an organisation looks in its mails. */
export interface Brand {
  name: string
  /** `#rrggbb`; the house's petrol unless told. */
  colour?: string
  /** An image that anybody can load. */
  logoUrl?: string
  /** Postal address for the foot: many countries ask for one in mails to customers. */
  address?: string
}

export interface Tones {
  /** On white: links, buttons. */
  light: string
  /** The words on a button of that colour. */
  onLight: string
  /** The same hue where the reader's mail program is dark. */
  dark: string
  onDark: string
}

const house = '#17508f'
const houseDark = '#8fbaf0'
const paper = '#ffffff'
const night = '#101417'
const ink = '#12181d'

/** Colours that can be read, whatever the organisation chose: darkened on white, lightened on black, until 4.5:1 holds. */
export function tonesOf(brand: Pick<Brand, 'colour'>): Tones {
  const own = /^#[0-9a-f]{6}$/i.test(brand.colour ?? '')
  const chosen = own ? brand.colour! : house
  const light = until(chosen, '#000000', colour => contrast(colour, paper) >= 4.5)
  const dark = until(own ? chosen : houseDark, '#ffffff', colour => contrast(colour, night) >= 4.5)
  return { light, onLight: paper, dark, onDark: contrast(dark, ink) >= 4.5 ? ink : '#000000' }
}

function until(colour: string, towards: string, passes: (colour: string) => boolean): string {
  for (let share = 0; share <= 1; share += 0.05) {
    const mixed = mix(colour, towards, share)
    if (passes(mixed)) return mixed
  }
  return towards
}

const channels = (colour: string) => [1, 3, 5].map(at => Number.parseInt(colour.slice(at, at + 2), 16))

function mix(from: string, to: string, share: number): string {
  const target = channels(to)
  const mixed = channels(from).map((value, i) => Math.round(value + (target[i]! - value) * share))
  return `#${mixed.map(value => value.toString(16).padStart(2, '0')).join('')}`
}

function luminance(colour: string): number {
  const [r, g, b] = channels(colour).map(value => {
    const c = value / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!
}

/** Contrast of two colours as WCAG 2 defines it: 1 to 21. */
export function contrast(a: string, b: string): number {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high! + 0.05) / (low! + 0.05)
}
