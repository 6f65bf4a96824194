import { AppError } from '../../platform/errors/app-error.ts'
import type { Block } from './blocks.rules.ts'

const WORDS: Record<Block, string> = {
  dispute: 'A pessoa contestou a dívida e espera uma resposta.',
  hold: 'A dívida está pausada.',
  agreement: 'A dívida está em um acordo.',
  paid: 'A dívida está paga.',
  taken_back: 'A dívida foi retirada.',
  replaced: 'A dívida foi substituída por outra.',
  too_old: 'O prazo para registrar a dívida terminou ou está perto demais do fim (CDC, art. 43, §§ 1º e 5º).',
  below_least: 'O valor está abaixo do mínimo das configurações.',
  telecom_not_ended: 'O contrato de telecomunicações precisa ter sido encerrado antes; diga o dia em `contractEndedOn`.',
  switched_off: 'Este tipo de registro está desligado nas configurações.',
}

/** Refuses a step against the person while something forbids it, and says what. */
export function refuseBlock(block: Block | null): void {
  if (block) throw new AppError('escalation_blocked', { errors: [{ pointer: '', code: block, message: WORDS[block] }] })
}
