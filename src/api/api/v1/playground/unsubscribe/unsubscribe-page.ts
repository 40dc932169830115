const TEXTS = {
  en: {
    title: "Unsubscribe",
    question: "You get no more e-mails from us once you confirm.",
    button: "Unsubscribe",
    done: "Done. You get no more e-mails from us.",
  },
  de: {
    title: "Abmelden",
    question: "Sobald Sie bestätigen, erhalten Sie keine E-Mails mehr von uns.",
    button: "Abmelden",
    done: "Erledigt. Sie erhalten keine E-Mails mehr von uns.",
  },
}

/** @param input.language `de` and what begins with it is German, anything else English */
export function unsubscribePage({
  language,
  isDone,
}: {
  language: string
  isDone: boolean
}): string {
  const code = /^de\b/i.test(language) || /^german|^deutsch/i.test(language) ? "de" : "en"
  const { title, question, button, done } = TEXTS[code]
  const content = isDone
    ? `<p role="status">${done}</p>`
    : `<p>${question}</p><form method="post"><button>${button}</button></form>`
  return `<!doctype html>
<html lang="${code}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style>
  body { font: 1.125rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 15vh auto; padding: 0 1rem; color: #18181b; background: #fff }
  button { font: inherit; padding: .625rem 1.25rem; border: 0; border-radius: .5rem; background: #18181b; color: #fff; cursor: pointer }
  @media (prefers-color-scheme: dark) { body { color: #fafafa; background: #18181b } button { background: #fafafa; color: #18181b } }
</style>
</head>
<body><main><h1>${title}</h1>${content}</main></body>
</html>`
}
