import type { MailTemplate } from '../../../mail/template.ts'
import { noMailToken, signedToken } from '../../../sending/server/invite/token.ts'
import { confirmationMail, type ConfirmationMail } from '../../confirmationMail.ts'

interface Data extends ConfirmationMail {
  confirmation: string
  person: string
  code: string
}

/** “Is it settled?” as it is sent: the personal links are made here, and lie nowhere. */
export const confirmationTemplate: MailTemplate = {
  name: 'confirmation',
  render: (raw, { baseUrl, brand, t }) => {
    const { confirmation, person, code, ...mail } = raw as unknown as Data
    const page = `${baseUrl}/settled/${signedToken('confirmation', code, confirmation)}`
    const links = { yes: `${page}?answer=yes`, no: `${page}?answer=no`, optOut: `${baseUrl}/o/${noMailToken(code, person)}` }
    return confirmationMail(mail, links, brand, t)
  },
}
