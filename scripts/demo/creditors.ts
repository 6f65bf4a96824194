import type { CreditorInput } from '@repactua/shared/contract/creditors.ts'
import type { DebtInput } from '@repactua/shared/contract/debts.ts'
import { formatDay, type LocalDate } from '@repactua/shared/time/local-date.ts'

export const CREDITOR_SLUGS = ['aurora', 'vivaz', 'jacaranda'] as const
export type CreditorSlug = (typeof CREDITOR_SLUGS)[number]

/** What this trade's debts look like; means and spreads are chosen so that all debts together average about R$ 1,500. */
export interface Trade {
  products: readonly { product: DebtInput['product']; describe: (dueOn: LocalDate) => string; tag: string }[]
  /** Mean principal in reais, and the sigma of its logarithm. */
  meanReais: number
  spread: number
  /** How likely a person is to owe here, against the other creditors. */
  weight: number
}

export interface DemoCreditor {
  slug: CreditorSlug
  /** Begins each debt's own id. */
  prefix: string
  input: CreditorInput
  trade: Trade
}

/** Three invented creditors of different trades: addresses at "Rua de Exemplo", e-mails at exemplo.test. */
export const DEMO_CREDITORS: Record<CreditorSlug, DemoCreditor> = {
  aurora: {
    slug: 'aurora',
    prefix: 'AURORA',
    input: {
      legalName: 'Aurora Exemplo Financeira S.A.',
      tradeName: 'Lojas Aurora',
      cnpj: 'AR0RAEXE000151',
      address: { street: 'Rua de Exemplo', number: '100', complement: '8º andar', district: 'Centro', city: 'São Paulo', state: 'SP', postalCode: '01000000' },
      email: 'acordos@aurora.exemplo.test',
      phone: '+551130000001',
      regime: 'financial',
      brand: { name: 'Lojas Aurora', color: '#7b2d8e' },
      pixKey: '8f3b6c1e-2d4a-4e7f-9b05-6a1c7d2e3f40',
    },
    trade: {
      products: [
        { product: 'card_revolving', describe: (dueOn) => `Fatura do Cartão Aurora de ${monthOf(dueOn)}`, tag: 'cartao' },
        { product: 'retail', describe: (dueOn) => `Compra parcelada nas Lojas Aurora, ${monthOf(dueOn)}`, tag: 'carne' },
      ],
      meanReais: 1_850,
      spread: 1,
      weight: 50,
    },
  },
  vivaz: {
    slug: 'vivaz',
    prefix: 'VIVAZ',
    input: {
      legalName: 'Vivaz Exemplo Telecomunicações Ltda.',
      tradeName: 'Vivaz Telecom',
      cnpj: '99999999000191',
      address: { street: 'Rua de Exemplo', number: '2000', district: 'Jardim do Modelo', city: 'Belo Horizonte', state: 'MG', postalCode: '30100000' },
      email: 'contas@vivaz.exemplo.test',
      phone: '+553130000002',
      regime: 'non_financial',
      brand: { name: 'Vivaz Telecom', color: '#ad4a00' },
      pixKey: '1c9e7a52-5b38-4d61-8f2c-0e4b9a6d7c81',
    },
    trade: {
      products: [
        { product: 'telecom', describe: (dueOn) => `Conta Vivaz Móvel de ${monthOf(dueOn)}`, tag: 'movel' },
        { product: 'telecom', describe: (dueOn) => `Conta Vivaz Fibra de ${monthOf(dueOn)}`, tag: 'fibra' },
      ],
      meanReais: 430,
      spread: 0.7,
      weight: 32,
    },
  },
  jacaranda: {
    slug: 'jacaranda',
    prefix: 'JACARANDA',
    input: {
      legalName: 'Associação Educacional Jacarandá de Exemplo',
      tradeName: 'Colégio Jacarandá',
      cnpj: 'JACARAND000140',
      address: { street: 'Rua de Exemplo', number: '35', district: 'Vila Escolar', city: 'Curitiba', state: 'PR', postalCode: '80010000' },
      email: 'secretaria@jacaranda.exemplo.test',
      phone: '+554130000003',
      regime: 'non_financial',
      brand: { name: 'Colégio Jacarandá', color: '#1f5fa8' },
      pixKey: '5d2a8e94-7c16-4b3f-a0d9-3f8c1e6b5a27',
    },
    trade: {
      products: [
        { product: 'school', describe: (dueOn) => `Mensalidade de ${monthOf(dueOn)}`, tag: 'mensalidade' },
        { product: 'school', describe: (dueOn) => `Material e atividades de ${monthOf(dueOn)}`, tag: 'material' },
      ],
      meanReais: 2_200,
      spread: 0.6,
      weight: 18,
    },
  },
}

// "10 de dezembro de 2026" -> "dezembro de 2026"
function monthOf(dueOn: LocalDate): string {
  return formatDay(dueOn, { year: true }).replace(/^\S+ de /, '')
}
