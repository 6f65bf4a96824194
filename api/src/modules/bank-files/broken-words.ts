import type { BrokenLine } from '../../core/cnab240/check-frame.ts'

/** What is wrong with a line, in words that follow its number. */
export const BROKEN_WORDS: Record<BrokenLine['reason'], string> = {
  wrong_length: 'não tem 240 caracteres',
  wrong_character: 'tem um caractere que não é de texto em Latin-1',
  no_return_file: 'não é o cabeçalho de um arquivo de retorno CNAB 240',
  cut_off: 'o arquivo termina sem o registro final',
  wrong_count: 'a quantidade de registros não confere',
  other_bank: 'é de outro banco',
  wrong_field: 'um campo não confere',
  segment_missing: 'falta o segmento que completa este registro',
}
