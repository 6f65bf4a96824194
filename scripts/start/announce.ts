/** What the demo prints once everything is ready; the last line of it is for programs. */
export interface Demo {
  portal: string
  api: string
  docs: string
  mail: string | null
  bank: string | null
  carriers: string | null
  clientId: string
  clientSecret: string
  debtors: readonly { cpf: string; shows: string }[]
}

/** A block for people, then one line of JSON. */
export function announcement(demo: Demo): string {
  return [
    '',
    'Repactua is ready. Ctrl-C stops everything.',
    '',
    `  Portal          ${demo.portal}`,
    `  API             ${demo.api}`,
    `  API docs        ${demo.docs}`,
    `  Mail catcher    ${demo.mail ?? 'none: mail goes to SMTP_URL'}`,
    `  Bank            ${demo.bank === null ? 'none: real ones come to PIX_WEBHOOK_URL' : `${demo.bank}, with invented money: Pix codes are paid there`}`,
    ...(demo.carriers === null ? [] : [`  Phones          ${demo.carriers}, invented ones: SMS, WhatsApp, push and calls arrive there`]),
    '',
    'Sign in to the portal with one of these CPFs; the code comes by mail.',
    ...demo.debtors.map(({ cpf, shows }) => `  ${cpf.padEnd(14)}  ${shows}`),
    '',
    'The system of the first creditor, Lojas Aurora, signs in with',
    `  client id       ${demo.clientId}`,
    `  client secret   ${demo.clientSecret}`,
    '',
    JSON.stringify(demo),
  ].join('\n')
}
