import Diagnostics
import Preview

/// What stands around each page of the studio.
struct Shell {
  static let root = "/_studio/"

  let title: String
  /// The edition that the page is of, by its name.
  var edition: String?
  var author = ""
  /// What the status line says first: what was saved, what was moved.
  var status: EscapedHTML?
  var hasErrors = false

  /// What its pages may load, and who may show them.
  static let policy =
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    + "img-src 'self' data:; frame-src 'self'; form-action 'self'; base-uri 'none'; "
    + "frame-ancestors 'none'"

  func page(_ body: EscapedHTML) -> [UInt8] {
    let start = hasErrors ? "Errore: " : ""
    let html: EscapedHTML = """
      <!doctype html>
      <html lang="it">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(start)\(title) – Studio</title>
      <link rel="icon" href="data:,">
      <link rel="stylesheet" href="\(Shell.root)studio.css">
      <script type="module" src="\(Shell.root)studio.js"></script>
      </head>
      <body>
      <a class="salta" href="#contenuto">Vai al contenuto</a>
      <header><nav aria-label="Studio"><ul>\(links)</ul></nav></header>
      <main id="contenuto">
      <div role="status" class="stato" id="esito">\(status)</div>
      \(body)
      </main>
      </body>
      </html>

      """
    return Array(html.html.utf8)
  }

  private var links: EscapedHTML {
    let home = Shell.root + (edition.map { $0 + "/" } ?? "")
    var links: [(String, String)] = [(home, "Quadro")]
    if let edition {
      links += [
        ("\(Shell.root)\(edition)/?elenco=dati", "Dati"),
        ("\(Shell.root)\(edition)/?elenco=atti", "Atti"),
        ("\(Shell.root)\(edition)/?elenco=fonti", "Fonti"),
        ("\(Shell.root)\(edition)/?immagini", "Immagini"),
        ("\(Shell.root)\(edition)/?elenco=altro", "Altro"),
        ("\(Shell.root)\(edition)/?invita", "Uffici"),
        ("\(Shell.root)\(edition)/?pubblica", "Pubblica"),
      ]
    }
    links += [("/_preview/", "Controlli"), ("/", "Il sito")]
    let items = links.map { "<li><a href=\"\($0.0)\">\($0.1)</a></li>" as EscapedHTML }
    return
      "\(items)<li class=\"autore\"><a href=\"\(Shell.root)?nome\">\(author.isEmpty ? "Il tuo nome" : author)</a></li>"
  }
}
