import { checkBrand } from '../kit/colour.ts'

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

/** Where the organisation chose none: the petrol of the pages without login. */
const house = '#0a6375'

/** Colours that can be read, whatever the organisation chose: the nearest of their hue with 4.5:1 on white and on night. */
export function tonesOf(brand: Pick<Brand, 'colour'>): Tones {
  const { light, dark } = checkBrand(/^#[0-9a-f]{6}$/i.test(brand.colour ?? '') ? brand.colour! : house)
  return { light: light.colour, onLight: light.onColour, dark: dark.colour, onDark: dark.onColour }
}
