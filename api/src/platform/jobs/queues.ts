/** Every queue of the worker. They are made by the migration: the application may not change the schema. */
export const QUEUES = [
  'send-code', 'merge-import', 'purge-expired', 'watch-arrears', 'simulate-policy', 'connect-pix-account', 'remove-pix-charge', 'tidy-pix-charges', 'end-automatic-pix',
  'confirm-pix', 'sweep-all-pix', 'sweep-pix', 'send-pix-refund',
  'remind-installments',
  'hear-news',
  'confirm-card-checkout', 'confirm-card-dispute', 'sweep-card-checkouts',
  'send-template-test', 'send-replies', 'send-pix-code', 'alarm-conversations',
  'read-carrier-news', 'submit-whatsapp-template',
  'plan-rulers', 'simulate-ruler',
] as const

export type Queue = (typeof QUEUES)[number]

/** What each job carries: ids only, never a CPF, a contact or a code. */
export interface JobData {
  'send-code': { challengeId: string }
  'merge-import': { creditorId: string; importId: string }
  'purge-expired': object
  'end-automatic-pix': { creditorId: string; leaveId: string }
  'watch-arrears': object
  'simulate-policy': { creditorId: string; simulationId: string }
  'connect-pix-account': { creditorId: string }
  'remove-pix-charge': { creditorId: string; pixChargeId: string }
  'tidy-pix-charges': object
  'confirm-pix': { creditorId: string; endToEndIds: string[] }
  'sweep-all-pix': object
  'send-pix-refund': { creditorId: string; refundId: string }
  'sweep-pix': { creditorId: string; from?: string; to?: string }
  'send-replies': { creditorId: string; conversationId: string }
  'send-pix-code': { creditorId: string; conversationId: string; debtorId: string; chargeId: string }
  'alarm-conversations': object
  'remind-installments': object
  'hear-news': { creditorId: string; eventIds: readonly string[] }
  'confirm-card-checkout': { creditorId: string; checkoutId: string }
  'confirm-card-dispute': { creditorId: string; disputeId: string }
  'sweep-card-checkouts': object
  'send-template-test': { creditorId: string; testId: string }
  'read-carrier-news': { creditorId: string; newsId: string }
  'submit-whatsapp-template': { creditorId: string; name: string; language: string }
  'plan-rulers': { creditorId?: string }
  'simulate-ruler': { creditorId: string; simulationId: string }
}
