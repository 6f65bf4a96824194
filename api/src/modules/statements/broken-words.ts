import type { BrokenLine } from '../../core/statements/types.ts'

/** What is wrong with a line, in words that follow its number. */
export const BROKEN_WORDS: Record<BrokenLine['reason'], string> = {
  not_a_statement: 'não é um extrato de conta em OFX',
  wrong_character: 'tem um caractere que não é de texto',
  cut_off: 'o arquivo termina antes do fim do extrato',
  wrong_tag: 'uma marca está fora do lugar ou incompleta',
  wrong_field: 'um campo falta ou não confere',
  other_currency: 'não está em reais',
  column_missing: 'o cabeçalho não tem a coluna que a consulta nomeia',
  wrong_columns: 'a linha não tem as colunas do cabeçalho, ou uma aspa ficou aberta',
  too_many_lines: 'o arquivo passa de 20.000 lançamentos; envie em partes',
}
