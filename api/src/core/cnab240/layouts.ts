import type { Layout } from './record.ts'

/** FEBRABAN CNAB 240, collection: the same places at every bank; what banks put there differently stands with each bank. */
const COMPANY = { bank: [1, 3, 'number'], batch: [4, 7, 'number'], type: [8, 8, 'number'] } as const satisfies Layout

export const FILE_HEADER = {
  ...COMPANY,
  holderKind: [18, 18, 'number', '2'], holderId: [19, 32, 'id'], convenio: [33, 52, 'text'],
  agency: [53, 57, 'number'], agencyDigit: [58, 58, 'text'], account: [59, 70, 'number'], accountDigit: [71, 71, 'text'], bothDigit: [72, 72, 'text'],
  holderName: [73, 102, 'text'], bankName: [103, 132, 'text'], direction: [143, 143, 'number'],
  writtenOn: [144, 151, 'date'], writtenAt: [152, 157, 'number'], sequence: [158, 163, 'number'], version: [164, 166, 'number'], density: [167, 171, 'number'],
} as const satisfies Layout

export const BATCH_HEADER = {
  ...COMPANY,
  operation: [9, 9, 'text'], service: [10, 11, 'number', '01'], launchForm: [12, 13, 'text'], version: [14, 16, 'number'],
  holderKind: [18, 18, 'number', '2'], holderId: [19, 33, 'id'], convenio: [34, 53, 'text'],
  agency: [54, 58, 'number'], agencyDigit: [59, 59, 'text'], account: [60, 71, 'number'], accountDigit: [72, 72, 'text'], bothDigit: [73, 73, 'text'],
  holderName: [74, 103, 'text'], sequence: [184, 191, 'number'], writtenOn: [192, 199, 'date'], creditedOn: [200, 207, 'date'],
} as const satisfies Layout

const DETAIL = { ...COMPANY, line: [9, 13, 'number'], segment: [14, 14, 'text'], movement: [16, 17, 'number'] } as const satisfies Layout

/** The slip itself. */
export const SEGMENT_P = {
  ...DETAIL,
  agency: [18, 22, 'number'], agencyDigit: [23, 23, 'text'], account: [24, 35, 'number'], accountDigit: [36, 36, 'text'], bothDigit: [37, 37, 'text'],
  ownNumber: [38, 57, 'text'], controls: [58, 62, 'text'], documentNumber: [63, 77, 'text'], dueOn: [78, 85, 'date'], amount: [86, 100, 'number'],
  collectingAgency: [101, 106, 'text'], kind: [107, 108, 'number', '99'], acceptance: [109, 109, 'text', 'N'], issuedOn: [110, 117, 'date'],
  interestCode: [118, 118, 'number'], interestFrom: [119, 126, 'date'], interest: [127, 141, 'number'],
  discountCode: [142, 142, 'number'], discountUntil: [143, 150, 'date'], discount: [151, 165, 'number'], tax: [166, 180, 'number'], abatement: [181, 195, 'number'],
  reference: [196, 220, 'text'], protestCode: [221, 221, 'number'], protestDays: [222, 223, 'number'], closing: [224, 239, 'number'],
} as const satisfies Layout

/** Who pays it. */
export const SEGMENT_Q = {
  ...DETAIL,
  payerKind: [18, 18, 'number', '1'], payerId: [19, 33, 'id'], payerName: [34, 63, 'text'], street: [74, 113, 'text'], district: [114, 128, 'text'],
  postalCode: [129, 136, 'number'], city: [137, 151, 'text'], state: [152, 153, 'text'],
  guarantorKind: [154, 154, 'number'], guarantorId: [155, 169, 'id'], otherBank: [210, 212, 'number'],
} as const satisfies Layout

/** What comes on top: further discounts, a fine, a word to the payer. */
export const SEGMENT_R = {
  ...DETAIL,
  secondCode: [18, 18, 'number'], secondUntil: [19, 26, 'date'], second: [27, 41, 'number'],
  thirdCode: [42, 42, 'number'], thirdUntil: [43, 50, 'date'], third: [51, 65, 'number'],
  fineCode: [66, 66, 'number'], fineFrom: [67, 74, 'date'], fine: [75, 89, 'number'], message: [100, 139, 'text'],
  payerOccurrence: [200, 207, 'number'], debitBank: [208, 210, 'number'], debitAgency: [211, 215, 'number'], debitAccount: [217, 228, 'number'], debitNotice: [231, 231, 'number'],
} as const satisfies Layout

/** What happened to a slip. */
export const SEGMENT_T = {
  ...DETAIL,
  ownNumber: [38, 57, 'text'], amount: [82, 96, 'number'], fee: [199, 213, 'number'], reasons: [214, 223, 'text'],
} as const satisfies Layout

/** The money and the days of what happened. */
export const SEGMENT_U = {
  ...DETAIL,
  added: [18, 32, 'number'], discount: [33, 47, 'number'], abatement: [48, 62, 'number'], paid: [78, 92, 'number'],
  occurredOn: [138, 145, 'date'], creditedOn: [146, 153, 'date'],
} as const satisfies Layout

export const BATCH_TRAILER = { ...COMPANY, records: [18, 23, 'number'], slips: [24, 29, 'number'], total: [30, 46, 'number'] } as const satisfies Layout
export const FILE_TRAILER = { ...COMPANY, batches: [18, 23, 'number'], records: [24, 29, 'number'], accounts: [30, 35, 'number'] } as const satisfies Layout
