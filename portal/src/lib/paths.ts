/** Every address of the portal in one table. No address holds personal data. */
export const paths = {
  signIn: '/',
  code: '/codigo',
  debts: '/dividas',
  chooseDebts: (creditorId: string) => `/dividas/${creditorId}/escolher`,
  options: (creditorId: string) => `/negociar/${creditorId}`,
  month: (creditorId: string) => `/negociar/${creditorId}/meu-mes`,
  check: (creditorId: string) => `/conferir/${creditorId}`,
  voluntary: (debtId: string) => `/voluntario/${debtId}`,
  voluntaryOptions: (debtId: string) => `/voluntario/${debtId}/opcoes`,
  voluntaryMonth: (debtId: string) => `/voluntario/${debtId}/meu-mes`,
  voluntaryCheck: (debtId: string) => `/voluntario/${debtId}/conferir`,
  agreements: '/acordos',
  agreement: (id: string) => `/acordos/${id}`,
  sign: (id: string) => `/acordos/${id}/assinar`,
  verify: '/verificar',
  verification: (code: string) => `/verificar/${encodeURIComponent(code)}`,
  help: '/ajuda',
  helpTrueSite: '/ajuda#site-verdadeiro',
  helpRights: '/ajuda#seus-direitos',
} as const

/** The same table as the router's patterns. */
export const patterns = {
  signIn: '/',
  code: '/codigo',
  debts: '/dividas',
  chooseDebts: '/dividas/:creditorId/escolher',
  options: '/negociar/:creditorId',
  month: '/negociar/:creditorId/meu-mes',
  check: '/conferir/:creditorId',
  voluntary: '/voluntario/:debtId',
  voluntaryOptions: '/voluntario/:debtId/opcoes',
  voluntaryMonth: '/voluntario/:debtId/meu-mes',
  voluntaryCheck: '/voluntario/:debtId/conferir',
  agreements: '/acordos',
  agreement: '/acordos/:id',
  sign: '/acordos/:id/assinar',
  verify: '/verificar',
  verification: '/verificar/:code',
  help: '/ajuda',
} as const

/** Papers that the browser downloads straight from the API, with the session's cookie. */
export const papers = {
  term: (agreementId: string) => `/v1/me/agreements/${agreementId}/term.pdf`,
  discharge: (agreementId: string) => `/v1/me/agreements/${agreementId}/discharge.pdf`,
}
