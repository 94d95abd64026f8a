/** The pages that a brand colour stands on: `--page` of the light and the dark theme. */
export const pages = { light: '#ffffff', dark: '#101417' } as const

/** WCAG 2.2, success criterion 1.4.3: text against its background. */
export const needed = 4.5

export interface BrandColour {
  /** Contrast of the colour as it was given, to one page. */
  ratio: number
  passes: boolean
  /** The colour itself where it passes, else the nearest one of its hue that does. */
  colour: string
  /** What is readable on a button of that colour. */
  onColour: string
}

/** Can this colour carry links and buttons on both pages? `colour` is `#rrggbb`; throws RangeError for anything else. */
export function checkBrand(colour: string): { light: BrandColour; dark: BrandColour } {
  return { light: onPage(colour, pages.light), dark: onPage(colour, pages.dark) }
}

function onPage(given: string, page: string): BrandColour {
  const ratio = contrast(given, page)
  const colour = ratio >= needed ? given.toLowerCase() : nearest(given, page)
  return {
    ratio,
    passes: ratio >= needed,
    colour,
    onColour: contrast(colour, '#ffffff') >= contrast(colour, '#101417') ? '#ffffff' : '#101417',
  }
}

/** (L₁ + 0.05)/(L₂ + 0.05), from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

/** Relative luminance as WCAG 2.2 defines it. */
const luminance = (colour: string): number => {
  const [r, g, b] = linear(colour)
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

type Three = [number, number, number]

function linear(colour: string): Three {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(colour)
  if (!hex) throw new RangeError(`${colour} is not a colour such as #0a6375.`)
  return hex.slice(1).map(two => {
    const c = Number.parseInt(two, 16) / 255
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4
  }) as Three
}

/**
 * Goes from the colour towards black (on a light page) or white (on a dark one) in OKLab, so that the hue stays, until it passes.
 * Contrast only grows on the way: bisection finds the first step that passes.
 */
function nearest(given: string, page: string): string {
  const target = luminance(page) > 0.18 ? 0 : 1
  const start = okLab(linear(given))
  const at = (share: number) =>
    hexOf(linearOf([start[0] + (target - start[0]) * share, start[1] * (1 - share), start[2] * (1 - share)]))
  let [fails, passes] = [0, 1]
  for (let i = 0; i < 16; i++) {
    const middle = (fails + passes) / 2
    if (contrast(at(middle), page) >= needed) passes = middle
    else fails = middle
  }
  return at(passes)
}

// OKLab by Björn Ottosson (2020), public domain: https://bottosson.github.io/posts/oklab/
function okLab([r, g, b]: Three): Three {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function linearOf([lightness, a, b]: Three): Three {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]
}

function hexOf(rgb: Three): string {
  const two = (c: number) => {
    const inside = Math.min(1, Math.max(0, c))
    const gamma = inside <= 0.0031308 ? 12.92 * inside : 1.055 * inside ** (1 / 2.4) - 0.055
    return Math.round(gamma * 255)
      .toString(16)
      .padStart(2, '0')
  }
  return `#${rgb.map(two).join('')}`
}
