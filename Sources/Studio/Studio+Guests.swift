import Desk
import Diagnostics
import Files
package import Preview
import SocialReport

extension Studio {
  /// The addresses of a link, as other machines of the network reach this one.
  func links(
    to invitation: OfficeInvitation, _ key: String, _ request: PreviewRequest
  ) -> [String] {
    let port = (request.authority ?? "").split(separator: ":").last.flatMap { Int($0) }
    return NetworkAddresses.all.map { host in
      "http://\(host)\(port.map { ":\($0)" } ?? "")\(guestRoot)entra?codice=\(invitation.code)&chiave=\(key)"
    }
  }

  /// Answers an office on the same network, which has a link to the form of its invitation and to nothing else.
  func guest(
    _ request: PreviewRequest, _ path: String, _ store: RenderStore
  ) async -> PreviewResponse {
    let address = String(path.dropFirst(guestRoot.count))
    if address == "studio.css" { return .file(PackageResources.studio_css, name: address) }
    guard let guests else { return guestPage("Non c'è", Studio.overPage, status: 404) }
    if address == "entra" { return enter(request, guests) }
    guard let invitation = invitation(address), guests.admits(request, to: address) else {
      return guestPage("Non vale più", Studio.overPage, status: 403)
    }
    let index = await index(of: await store.current)
    guard request.isPost else { return guestForm(invitation, index, await store.current) }
    let data = FormData(request.body)
    guard data["t"] == guests.token(of: address), data["codice"] == address else {
      return guestPage("Non vale più", Studio.overPage, status: 403)
    }
    // Signed here, as the file signs itself.
    let text = String(decoding: request.body, as: UTF8.self)
    let sign = FileHash.digest(of: Array((invitation.secret + "\n" + text).utf8))
    do throws(ContributionFlaw) {
      _ = try receive("\(text)&firma=\(sign)", index)
      return guestForm(invitation, index, await store.current, isSent: true)
    } catch {
      return guestForm(invitation, index, await store.current, typed: data, refusal: error.message)
    }
  }

  /// A page that was asked about, and what any page is dressed with; no other page, and no data.
  package func admits(
    _ request: PreviewRequest, to address: String, _ store: RenderStore
  ) async -> Bool {
    guard let guests else { return false }
    let codes = guests.codes(of: request)
    guard !codes.isEmpty else { return false }
    let dress: Set<String> = [
      "css", "js", "woff2", "svg", "png", "jpg", "jpeg", "webp", "gif", "avif", "ico",
    ]
    if dress.contains(Path.ending(of: address)) { return true }
    let rebuild = await store.current
    let index = await index(of: rebuild)
    return codes.compactMap { invitation($0) }.flatMap(\.records).contains { record in
      index[record].flatMap { rebuild.page(writtenIn: $0.record.path) } == address
    }
  }

  /// Whoever opens the link confirms it first: programs that look at links in advance use none up.
  private func enter(_ request: PreviewRequest, _ guests: GuestLinks) -> PreviewResponse {
    guard request.isPost else {
      return guestPage(
        "Un contributo al bilancio",
        """
        <h1>Un contributo al bilancio</h1><p>Ti è stato chiesto di scrivere alcune parti del bilancio sociale. \
        Il collegamento vale per questo browser, da adesso.</p>
        <form method="post" action="\(guestRoot)entra"><input type="hidden" name="codice" value="\(request.query("codice") ?? "")">\
        <input type="hidden" name="chiave" value="\(request.query("chiave") ?? "")"><p><button class="primo">Apri il modulo</button></p></form>
        """)
    }
    let data = FormData(request.body)
    let code = data["codice"] ?? ""
    guard invitation(code) != nil, let secret = guests.enter(code, data["chiave"] ?? "") else {
      return guestPage("Non vale più", Studio.overPage, status: 403)
    }
    return .done(to: guestRoot + code)
      .with(
        "Set-Cookie",
        "\(guests.cookie(of: code))=\(secret); HttpOnly; SameSite=Strict; Path=/")
  }

  private static let overPage: EscapedHTML = """
    <h1>Questo collegamento non vale più</h1><p>È stato aperto in un altro browser, il suo tempo è finito, o lo studio è stato chiuso. \
    Chiedine uno nuovo a chi te l'ha mandato.</p>
    """

  /// Nil for one that was never made, or whose last day is over.
  private func invitation(_ code: String) -> OfficeInvitation? {
    guard InvitationTable.isCode(code) else { return nil }
    return ((try? invitations.all()) ?? []).first {
      $0.code == code && !$0.isOver(on: Timestamp.now.text)
    }
  }

  private func guestForm(
    _ invitation: OfficeInvitation, _ index: RecordIndex, _ rebuild: Rebuild,
    typed: FormData? = nil, isSent: Bool = false, refusal: String? = nil
  ) -> PreviewResponse {
    var texts: [String: String] = [:]
    if let typed {
      for name in typed.names("f.") { texts[name] = typed[name] }
    } else if let kept = invitations.answer(invitation.code).flatMap({ try? Contribution($0) }) {
      for text in kept.texts { texts["f.\(text.record).\(text.field)"] = text.text }
    }
    guard var form = try? form(of: invitation, index, typed: texts) else {
      return guestPage("Non c'è", Studio.overPage, status: 404)
    }
    for (number, address) in invitation.records.enumerated() {
      form.pages[number].address = index[address].flatMap { entry in
        rebuild.page(writtenIn: entry.record.path).map { "/" + Path.encoded($0) }
      }
    }
    let home = invitation.records.first.flatMap { index[$0]?.home }
    let name = index.record(invitation.office, [.offices], in: home)?.title ?? invitation.office
    let told: EscapedHTML? =
      isSent
      ? "Mandato. Puoi chiudere la pagina, o correggere e mandare di nuovo." : nil
    let refused = refusal.map {
      "<section class=\"sommario\" id=\"problemi\" tabindex=\"-1\"><h2>Non mandato</h2><p>\(ProblemList.withCode($0))</p></section>"
        as EscapedHTML
    }
    let body: EscapedHTML = """
      <div role="status" class="stato">\(told)</div><h1>Contributo al bilancio: \(name)</h1>\(refused)
      <p>Scrivi nei campi qui sotto, poi premi «Manda»: chi cura il bilancio vede che cosa proponi, e decide che cosa mettere.</p>
      <form method="post" action="\(guestRoot)\(invitation.code)" autocomplete="off">\(form.controls())<input type="hidden" name="t" value="\(guests?.token(of: invitation.code) ?? "")">
      <p class="salva"><button class="primo">Manda</button></p></form>
      """
    return guestPage("Contributo: \(name)", body, status: refusal == nil ? 200 : 409)
  }

  private func guestPage(
    _ title: String, _ body: EscapedHTML, status: Int = 200
  ) -> PreviewResponse {
    let page: EscapedHTML = """
      <!doctype html>
      <html lang="it"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title><link rel="icon" href="data:,"><link rel="stylesheet" href="\(guestRoot)studio.css"></head>
      <body><main>\(body)</main></body></html>

      """
    return .page(Array(page.html.utf8), policy: Shell.policy, status: status)
  }
}
