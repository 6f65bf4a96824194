import { html, type Html } from '../../local-bank/people/html.ts'

/** A whole page of the carriers, marked on top as one for trying things out. */
export function page(title: string, content: Html): string {
  return html`<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Telefones de Testes</title>
<link rel="stylesheet" href="/estilo.css">
</head>
<body>
<header class="bar"><a class="mark" href="/"><span class="sign" aria-hidden="true">T</span> Telefones de Testes</a></header>
<aside class="invented"><strong>Telefones de mentira.</strong> Nenhuma mensagem sai deste computador.</aside>
<main>
<h1>${title}</h1>
${content}
</main>
</body>
</html>
`.text
}
