import Desk
import Diagnostics
import Preview
import SocialReport

/// The file that an office gets: the forms of its pages in one page that works from the disk, without a network.
struct ContributionFile {
  let form: ContributionForm
  let officeName: String
  let edition: String

  private var invitation: OfficeInvitation { form.invitation }

  func bytes(style: [UInt8], script: [UInt8]) -> [UInt8] {
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
      <form id="contributo" autocomplete="off">\(form.controls())
      <p class="salva"><button class="primo">Salva il contributo</button> <span role="status" id="esito"></span></p></form>
      <noscript><p>Per salvare serve JavaScript: apri il file con un browser normale.</p></noscript></main>
      <script id="chiave" type="text/plain" data-nome="\(invitation.office)">\(invitation.secret)</script><script>
      """
    let end: EscapedHTML = "</script></body></html>\n"
    return Array(head.html.utf8) + style + Array(body.html.utf8) + script + Array(end.html.utf8)
  }
}
