import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'

type Outcome = 'idle' | 'copied' | 'failed'

/** Copies the code and says so in words; where the browser does not allow it, says how to do it by hand. */
export function CopyCode({ code, children }: { code: string; children: string }) {
  const [outcome, setOutcome] = useState<Outcome>('idle')
  const copy = (): void => {
    copyText(code).then(() => setOutcome('copied'), () => setOutcome('failed'))
  }
  return (
    <div className="stack stack-tight">
      <Button wide onClick={copy}><Icon name={outcome === 'copied' ? 'check' : 'copy'} />{children}</Button>
      <p className="copied" role="status">
        {outcome === 'copied' && 'Código copiado. Agora cole no aplicativo do seu banco.'}
        {outcome === 'failed' && 'Este navegador não deixou copiar. Toque no código acima, segure e escolha copiar.'}
      </p>
    </div>
  )
}

async function copyText(text: string): Promise<void> {
  if (!navigator.clipboard) throw new Error('no clipboard outside https')
  await navigator.clipboard.writeText(text)
}
