import Desk
import Diagnostics
import Preview
import SocialReport

/// The file that an office gets: the forms of its pages in one page that works from the disk, without a network.
struct ContributionFile {
  struct Page {
    let title: String
    let fingerprint: String
    let items: [FormItem]
  }

  let invitation: OfficeInvitation
  let officeName: String
  let edition: String
  let pages: [Page]

  func bytes(style: [UInt8], script: [UInt8]) -> [UInt8] {
    let forms = pages.enumerated().map { number, page -> EscapedHTML in
      let fields = page.items.map { field($0, number) }
      return """
        <section><h2>\(page.title)</h2><input type="hidden" name="h.\(number)" value="\(page.fingerprint)">\(fields)</section>
        """
    }
    let last: EscapedHTML? =
      invitation.until.isEmpty ? nil : "<p>Vale fino al \(invitation.until).</p>"
    let head: EscapedHTML = """
      <!doctype html>
      <html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>Contributo: \(officeName), bilancio \(edition)</title><style>
      """
    let body: EscapedHTML = """
      </style></head><body><main><h1>Contributo al bilancio \(edition): \(officeName)</h1>
      <p>Scrivi nei campi qui sotto: restano in questo browser finché non salvi. Quando hai finito premi «Salva il contributo» e rimanda il file a chi te lo ha chiesto.</p>\(last)
      <form id="contributo" autocomplete="off"><input type="hidden" name="bilancio-contributo" value="1"><input type="hidden" name="codice" value="\(invitation.code)">\(forms)
      <p class="salva"><button class="primo">Salva il contributo</button> <span role="status" id="esito"></span></p></form>
      <noscript><p>Per salvare serve JavaScript: apri il file con un browser normale.</p></noscript></main>
      <script id="chiave" type="text/plain" data-nome="\(invitation.office)">\(invitation.secret)</script><script>
      """
    let end: EscapedHTML = "</script></body></html>\n"
    return Array(head.html.utf8) + style + Array(body.html.utf8) + script + Array(end.html.utf8)
  }

  private func field(_ item: FormItem, _ number: Int) -> EscapedHTML {
    let name = "f.\(number).\(item.name)"
    let hint: EscapedHTML =
      "<p class=\"aiuto\" id=\"a.\(name)\">\(ProblemList.withCode(item.meaning.italian))</p>"
    let body: EscapedHTML
    switch item.type {
    case .choice(let words):
      let options = words.map { word -> EscapedHTML in
        "<option value=\"\(word.italian)\"\(word.italian == item.value ? " selected" : "")>\(FieldControl.words(word.italian))</option>"
      }
      body =
        "<select id=\"\(name)\" name=\"\(name)\" aria-describedby=\"a.\(name)\"><option value=\"\">(scegli)</option>\(options)</select>"
    case .markdown, .list, .text:
      let rows = if case .markdown = item.type { 10 } else { 3 }
      body = """
        <textarea id="\(name)" name="\(name)" rows="\(rows)" aria-describedby="a.\(name)">
        \(item.value)</textarea>
        """
    default:
      body =
        "<input type=\"text\" id=\"\(name)\" name=\"\(name)\" value=\"\(item.value)\" aria-describedby=\"a.\(name)\">"
    }
    return
      "<div class=\"campo\"><label for=\"\(name)\">\(item.label.italian)</label>\(hint)\(body)</div>"
  }
}
