/** The least a password must have. Length is what counts; kinds of characters are not asked for. */
export const SHORTEST_PASSWORD = 8
export const LONGEST_PASSWORD = 200

// What everybody tries first. A hit anywhere in this list means: guessed within a minute.
const common = new Set(
  `password password1 password12 password123 passw0rd passwort passwort1 12345678 123456789 1234567890 12345678910 87654321
  11111111 00000000 88888888 11223344 12341234 123123123 qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwertz123 1q2w3e4r 1q2w3e4r5t
  1qaz2wsx zaq12wsx asdfghjk asdfghjkl abcd1234 abc12345 abcdefgh iloveyou iloveyou1 sunshine princess football baseball
  superman batman123 trustno1 whatever letmein1 letmein123 welcome1 welcome123 changeme changeme1 changeme123 admin123
  admin1234 administrator michelle jennifer computer internet starwars pokemon1 dragon123 monkey123 master123 shadow123
  secret123 hallo123 willkommen sommer123 fullcircle fullcircle1 feedback123`.split(/\s+/),
)

/** Why this password is not accepted, or undefined. */
export function whyNotPassword(password: string, email = ''): string | undefined {
  const plain = password.toLowerCase()
  if (password.length < SHORTEST_PASSWORD) return `A password has at least ${SHORTEST_PASSWORD} characters.`
  if (password.length > LONGEST_PASSWORD) return `A password has at most ${LONGEST_PASSWORD} characters.`
  if (common.has(plain) || /^(.)\1+$/.test(plain))
    return 'This password is among the first that attackers try. Choose another one.'
  if (email && (plain === email || plain === email.split('@')[0]))
    return 'A password that is your address is easily guessed. Choose another one.'
  return undefined
}
