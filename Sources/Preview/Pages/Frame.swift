import Diagnostics

/// A page of the preview itself.
enum Frame {
  static func page(_ title: String, _ language: Language, _ body: EscapedHTML)
    -> [UInt8]
  {
    let html: EscapedHTML = """
      <!doctype html>
      <html lang="\(language.rawValue)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="\(Routes.style)">
      </head>
      <body class="pagina-anteprima">
      <main>
      \(body)
      </main>
      </body>
      </html>

      """
    return Array(html.html.utf8)
  }
}
