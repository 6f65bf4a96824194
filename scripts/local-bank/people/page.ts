import { html, type Html } from './html.ts'

/** A whole page of the bank, marked on top as one for trying things out. */
export function page(title: string, content: Html): string {
  return html`<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Banco de Testes</title>
<link rel="stylesheet" href="/estilo.css">
</head>
<body>
<header class="bar"><a class="mark" href="/"><span class="sign" aria-hidden="true">B</span> Banco de Testes</a></header>
<aside class="invented"><strong>Dinheiro de mentira.</strong> Este banco só existe para experimentar: nada aqui é cobrado de ninguém.</aside>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`.text
}
