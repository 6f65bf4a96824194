import { Notice } from './notice.tsx'

/** Reminds that nothing here has to be paid. */
export function VoluntaryNotice() {
  return (
    <Notice>
      <p><strong>Pagamento voluntário.</strong> Esta dívida não pode mais ser cobrada. Você só paga se quiser, e pode parar quando quiser.</p>
    </Notice>
  )
}
