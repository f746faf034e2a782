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
    let data = FormData(request.isPost ? request.body : [])
    guard let invitation = invitation(address), let own = guests[address], own.admits(request),
      !request.isPost || data["t"] == own.token && data["codice"] == address
    else {
      return request.isPost ? unsent(data) : guestPage("Non vale più", Studio.overPage, status: 403)
    }
    let rebuild = await store.current
    let index = await index(of: rebuild)
    guard request.isPost else { return guestForm(invitation, own, index, rebuild) }
    // Signed here, as the file signs itself; the token is the browser's.
    let signed = String(decoding: request.body, as: UTF8.self)
      .split(separator: "&", omittingEmptySubsequences: false).filter { !$0.hasPrefix("t=") }
      .joined(separator: "&")
    let sign = FileHash.digest(of: Array((invitation.secret + "\n" + signed).utf8))
    do throws(ContributionFlaw) {
      _ = try receive("\(signed)&firma=\(sign)", index)
      return guestForm(invitation, own, index, rebuild, isSent: true)
    } catch {
      return guestForm(invitation, own, index, rebuild, typed: data, refusal: error.message)
    }
  }

  /// What an office typed is not lost with a link that ended meanwhile.
  private func unsent(_ data: FormData) -> PreviewResponse {
    let view = UnsavedPage(
      title: "il contributo",
      reason: Phrase(
        it: "questo collegamento non vale più", en: "this link is good no more"),
      help: Phrase(
        it:
          "Copia qui sotto quello che avevi scritto, e chiedi un collegamento nuovo a chi te l'ha mandato.",
        en: "Copy what you wrote below, and ask whoever sent the link for a new one."),
      data: data, address: nil)
    return guestPage("Non mandato", view.body(), status: 403)
  }

  /// A page that was asked about, and what it is dressed with; no other page, and no data.
  package func admits(
    _ request: PreviewRequest, to address: String, _ store: RenderStore
  ) async -> Bool {
    guard let guests, case let codes = guests.codes(of: request), !codes.isEmpty else {
      return false
    }
    // The theme's own files, which all pages share.
    let dress: Set<String> = ["css", "js", "woff2", "svg", "png", "webp", "ico"]
    if address.hasPrefix("assets/"), dress.contains(Path.ending(of: address)) { return true }
    let rebuild = await store.current
    let index = await index(of: rebuild)
    let pages = codes.compactMap { invitation($0) }.flatMap(\.records).compactMap { record in
      index[record].flatMap { rebuild.page(writtenIn: $0.record.path) }
    }
    return pages.contains { $0 == address || rebuild.pictures(of: $0).contains(address) }
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
    guard invitation(code) != nil, let own = guests[code],
      let secret = own.enter(data["chiave"] ?? "")
    else { return guestPage("Non vale più", Studio.overPage, status: 403) }
    return .done(to: guestRoot + code)
      .with("Set-Cookie", "\(own.cookie)=\(secret); HttpOnly; SameSite=Strict; Path=/")
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
    _ invitation: OfficeInvitation, _ own: Session, _ index: RecordIndex, _ rebuild: Rebuild,
    typed: FormData? = nil, isSent: Bool = false, refusal: String? = nil
  ) -> PreviewResponse {
    var texts: [String: String] = [:]
    if let typed {
      for name in typed.names("f.") { texts[name] = typed[name] }
    } else if let kept = invitations.answer(invitation.code).flatMap({ try? Contribution($0) }) {
      // What the office left as it was is not its word, and may be another meanwhile.
      let asked = AskedRecords(invitation, shown: kept.fingerprints, index, desk)
      for text in kept.texts {
        let shown = asked[text.record]?.shown?[text.field]
        let type = asked[text.record]?.items[text.field]?.type ?? .text()
        guard shown == nil || FormValue.received(text.text, type) != shown else { continue }
        texts["f.\(text.record).\(text.field)"] = text.text
      }
    }
    guard var form = try? form(of: invitation, index, typed: texts) else {
      return isSent
        ? guestPage("Mandato", "<h1>Mandato</h1><p>Puoi chiudere la pagina.</p>")
        : guestPage("Non c'è", Studio.overPage, status: 404)
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
    let refused = refusal.map { Refusal.markup("Non mandato", $0) }
    let body: EscapedHTML = """
      <div role="status" class="stato">\(told)</div><h1>Contributo al bilancio: \(name)</h1>\(refused)
      <p>Scrivi nei campi qui sotto, poi premi «Manda»: chi cura il bilancio vede che cosa proponi, e decide che cosa mettere.</p>
      <form method="post" action="\(guestRoot)\(invitation.code)" autocomplete="off">\(form.controls())<input type="hidden" name="t" value="\(own.token)">
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
