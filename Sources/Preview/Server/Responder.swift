import Diagnostics
import Files
import NIOCore
import NIOHTTP1
import Site
import Theme

/// What a request comes with beside its own words.
struct Visit: Sendable {
  /// Whether it comes from this machine.
  let isLocal: Bool
  /// Of the machine that asks, as a number; empty where it cannot be known.
  let address: String

  init(_ channel: any Channel) {
    address = channel.remoteAddress?.ipAddress ?? ""
    // A machine that talks to itself by an address of the network's has it at both ends.
    isLocal =
      address.hasPrefix("127.") || address == "::1" || address.hasPrefix("::ffff:127.")
      || !address.isEmpty && address == channel.localAddress?.ipAddress
  }
}

/// Answers requests: the files of the site, and the preview's own pages.
struct Responder: Sendable {
  let shelf: RenderStore
  let gate: RequestGate
  let insertion: Insertion
  /// Whether the site is served as a build would write it, and nothing else.
  let isPlain: Bool
  let axePaths: [String]
  let kinds: FileKinds
  /// Whose pages stand beside the site's.
  let addition: (any ServerAddition)?
  /// Told when a colleague has used an invitation.
  let onAcceptance: @Sendable () -> Void

  func respond(to request: PreviewRequest, _ visit: Visit) async -> PreviewResponse {
    let response = await answer(to: request, visit).with("Date", HTTPDate.now)
    return request.method == .HEAD ? response.withoutBody : response
  }

  private func answer(to request: PreviewRequest, _ visit: Visit) async -> PreviewResponse {
    let say = Wording(language: await shelf.current.language)
    let decision = gate.decide(request, isLocal: visit.isLocal)
    let path = Path.decoded(request.path).flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let path = decision == .unsupported ? "/" : path else {
      return .text(
        .badRequest, say("L'indirizzo non si può leggere.", "The address cannot be read."))
    }
    switch decision {
    case .unsupported:
      return .text(.methodNotAllowed, say("Qui si legge soltanto.", "Here one can only read."))
        .with("Allow", "GET, HEAD")
    case .tooLong:
      return .text(
        .payloadTooLarge,
        say("È troppo in una volta: al massimo 1 MiB.", "That is too much at once: 1 MiB at most."))
    case .foreign:
      return .text(
        .forbidden,
        say("Le bozze si vedono solo da qui.", "Drafts can be seen from this machine only."))
    case .needsInvitation:
      if let shown = await guestFile(path, request) { return shown }
      guard path == Routes.entrance, request.method == .GET else {
        return .text(
          .forbidden,
          say(
            "Chiedi un indirizzo nuovo a chi ha aperto l'anteprima: quello che hai vale una volta sola.",
            "Ask whoever opened the preview for a new address: the one you have works once."))
      }
      return accept(request, visit, say)
    case .open: break
    }
    if let addition,
      path.hasPrefix(addition.root) || path + "/" == addition.root
        || gate.guests.map(path.hasPrefix) == true
    {
      return await addition.answer(request, shelf)
    }
    if path == Routes.entrance { return .moved(to: "/") }
    if !isPlain, path + "/" == Routes.overview { return .moved(to: Routes.overview) }
    if !isPlain, path.hasPrefix(Routes.overview) { return await own(path, request) }
    return await file(path, request)
  }

  private func accept(_ request: PreviewRequest, _ visit: Visit, _ say: Wording) -> PreviewResponse
  {
    let key = request.query("chiave") ?? ""
    switch gate.invitations?.accept(key, from: visit.address) {
    case .secret(let secret):
      onAcceptance()
      return .moved(to: "/").with(
        "Set-Cookie", "\(Invitations.cookie)=\(secret); HttpOnly; SameSite=Lax; Path=/")
    case .tooOften:
      return .text(
        .tooManyRequests,
        say(
          "Troppi tentativi: riprova fra \(WrongTries.pause.components.seconds) secondi.",
          "Too many tries: try again in \(WrongTries.pause.components.seconds) seconds.")
      ).with("Retry-After", "\(WrongTries.pause.components.seconds)")
    case .unknown, nil:
      return .text(
        .forbidden,
        say("Questo indirizzo è già stato usato.", "This address has been used already."))
    }
  }

  // The site

  /// What a guest of the addition's may see, as it would be published; nil for anything else.
  private func guestFile(_ path: String, _ request: PreviewRequest) async -> PreviewResponse? {
    let base = await shelf.basePath
    guard let addition, path.hasPrefix(base), request.method != .POST else { return nil }
    let address = String(path.dropFirst(base.count))
    guard await addition.admits(request, to: address, shelf),
      let shown = await shelf.file(at: address)
    else { return nil }
    let name = Site.file(of: address)
    return PreviewResponse(
      shown.bytes, name: name, mark: nil, headers: shown.site.headers(of: name))
  }

  private func file(_ path: String, _ request: PreviewRequest) async -> PreviewResponse {
    let newest = await shelf.current
    let site = newest.rendering?.site
    let base = await shelf.basePath
    guard path.hasPrefix(base) else {
      return path == "/" || path + "/" == base
        ? .moved(to: Path.encoded(base)) : await missing(path, newest, site)
    }
    let address = String(path.dropFirst(base.count))
    if let shown = await shelf.file(at: address) {
      return answer(shown, address, request)
    }
    // A folder's address ends in `/`, as on any server.
    if !address.isEmpty, !address.hasSuffix("/"), await shelf.file(at: address + "/") != nil {
      return .moved(to: Path.encoded(path) + "/")
    }
    return await missing(address, await shelf.current, site)
  }

  private func answer(_ shown: RenderStore.Shown, _ address: String, _ request: PreviewRequest)
    -> PreviewResponse
  {
    let name = Site.file(of: address)
    let headers = shown.site.headers(of: name)
    guard !isPlain, Path.ending(of: name) == "html" else {
      var hash = ContentHash()
      hash.update(shown.bytes.span)
      return PreviewResponse(
        shown.bytes, name: name, mark: hash.digits, headers: headers, to: request)
    }
    let (bytes, mark) = insertion.page(shown)
    return PreviewResponse(bytes, name: name, mark: mark, headers: headers, to: request)
  }

  private func missing(_ address: String, _ newest: Rebuild, _ site: Site?) async -> PreviewResponse
  {
    if isPlain {
      guard let shown = await shelf.file(at: "404.html") else { return .text(.notFound, "404") }
      return PreviewResponse(
        shown.bytes, name: "404.html", mark: nil, headers: site?.headers(of: nil)
      )
      .with(.notFound)
    }
    // Where nothing can be shown yet, what keeps it from being shown is.
    if newest.rendering == nil {
      let page = Overview(rebuild: newest, kept: nil, editor: insertion.editor, order: PageOrder())
      return preview(page.title, newest, await page.markup(), nil).with(.serviceUnavailable)
    }
    let page = MissingPage(
      address: address, rebuild: newest, editor: insertion.editor, kinds: kinds)
    return preview(page.title, newest, page.markup(), nil).with(.notFound)
  }

  // The preview's own

  private func own(_ path: String, _ request: PreviewRequest) async -> PreviewResponse {
    switch path {
    case Routes.axe:
      for path in axePaths {
        guard let bytes = try? FileSystem.read(path) else { continue }
        return PreviewResponse(bytes, name: Routes.axe, mark: nil, headers: nil)
      }
      return .text(.notFound, "axe")
    case Routes.news: return .stream(NewsStream(shelf))
    default: break
    }
    if let bytes = ClientFiles.all[path] {
      return PreviewResponse(bytes, name: path, mark: nil, headers: nil)
    }
    let newest = await shelf.current
    if path == Routes.overview {
      let order = PageOrder(
        request.query("ordina"), direction: request.query("verso"))
      let page = Overview(
        rebuild: newest, kept: await shelf.kept, editor: insertion.editor, order: order)
      return preview(page.title, newest, await page.markup(), request)
    }
    guard path.hasPrefix(Routes.pages),
      let (page, rendering, rebuild) = await shelf.page(
        at: String(path.dropFirst(Routes.pages.count)))
    else {
      let missing = MissingPage(
        address: String(path.dropFirst()), rebuild: newest, editor: insertion.editor,
        kinds: kinds)
      return preview(missing.title, newest, missing.markup(), request).with(.notFound)
    }
    let controls = PageControls(
      page: page, rebuild: rebuild, rendering: rendering, editor: insertion.editor,
      hasAxe: axePaths.contains { FileSystem.status($0) != nil },
      isBeside: request.query("parte") != nil
    ).markup()
    if request.query("parte") != nil {
      return PreviewResponse(
        Array(controls.html.utf8), name: "x.html", mark: nil, headers: PreviewResponse.headers)
    }
    return preview(page.title, rebuild, "<h1>\(page.title)</h1>\(controls)", request)
  }

  /// A page of the preview itself, which is kept up to date as those of the site are.
  private func preview(
    _ title: String, _ rebuild: Rebuild, _ body: EscapedHTML, _ request: PreviewRequest?
  ) -> PreviewResponse {
    let (bytes, mark) = insertion.page(
      Frame.page(title, rebuild.language, body), rebuild, "", address: nil)
    return PreviewResponse(
      bytes, name: "x.html", mark: mark, headers: PreviewResponse.headers, to: request)
  }
}
