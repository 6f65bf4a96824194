import { useLocation } from 'react-router'
import { Notice } from '../../ui/notice.tsx'

/** Says that an adjustment was made, to who comes straight from it. */
export function JustAmended() {
  const state = useLocation().state as { justAmended?: 'applied' | 'pending' } | null
  if (!state?.justAmended) return null
  return (
    <Notice icon="check" role="status">
      <h2>{state.justAmended === 'applied' ? 'Pronto, seu acordo mudou' : 'Falta só o pagamento'}</h2>
      <p>{state.justAmended === 'applied' ? 'As datas e os valores abaixo já são os novos. O texto que você confirmou está no termo.' : 'O código Pix está logo abaixo. Se você não pagar, nada muda.'}</p>
    </Notice>
  )
}
