import Desk
package import Diagnostics
package import Files
package import Preview
package import SocialReport
import Synchronization
import Writing

/// Writing the report in a browser: forms over the author's own files, at the preview's server.
package struct Studio: ServerAddition {
  package let root = Shell.root
  package let guestRoot = GuestLinks.root
  let session: Session
  let indexer = RecordIndexer()
  /// Files as forms were made of them, by their SHA-256, for whoever comes back when somebody else has written meanwhile.
  let seen = Kept<[UInt8]>(most: 8 << 20) { $0.count }
  let looks = Looks()
  /// What was written last, by names that only say that it may be taken back.
  let doneChanges = Kept<[FileChange]>(most: 32 << 20) { changes in
    changes.reduce(0) { $0 + $1.old.count + $1.new.count }
  }
  /// Nil where nobody else on the network can come here.
  let guests: GuestLinks?
  /// The folder of the texts, whether it is there or not.
  let content: String
  /// The day that a new file of a year says that it is of.
  let today: @Sendable (Int) -> CalendarDate
  /// Where programs keep what is not to be lost.
  let state: String
  /// The folder of the texts as it was read for the state that is shown; nil before the first.
  let folder: @Sendable () -> Folder?
  /// Makes the site as it would be with other bytes in some files.
  let trial: @Sendable ([String: [UInt8]]) async -> Made
  /// Runs a command of the program, and gives its status and what it says.
  let run: @Sendable ([String]) async -> (status: Int, text: String)

  /// - Parameters:
  ///   - content: the folder of the texts.
  ///   - state: where programs keep what is not to be lost (`XDG_STATE_HOME`).
  ///   - isShared: whether offices on the same network may be given links.
  package init(
    _ session: Session, content: String, state: String, isShared: Bool,
    today: @escaping @Sendable (Int) -> CalendarDate, folder: @escaping @Sendable () -> Folder?,
    trial: @escaping @Sendable ([String: [UInt8]]) async -> Made,
    run: @escaping @Sendable ([String]) async -> (status: Int, text: String)
  ) {
    (self.session, self.content, self.state) = (session, content, state)
    guests = isShared ? GuestLinks() : nil
    (self.today, self.folder, self.trial, self.run) = (today, folder, trial, run)
    if let name = KeptAuthor(state: state).name { session.author = name }
  }

  package func answer(_ request: PreviewRequest, _ store: RenderStore) async -> PreviewResponse {
    let path = Path.decoded(request.path) ?? ""
    if path.hasPrefix(guestRoot) { return await guest(request, path, store) }
    let address = String(path.dropFirst(Shell.root.count))
    if let file = ClientFiles.all[address] { return .file(file, name: address) }
    if address == "entra" { return enter(request) }
    guard session.admits(request) else {
      if request.isPost { return reopened(FormData(request.body), address) }
      return page(
        Shell(title: "Chi sei?"),
        """
        <h1>Lo studio è aperto in un altro browser</h1>
        <p>Torna alla finestra che si è aperta con <code>bilancio studio</code>, oppure chiudilo e riaprilo.</p>
        """, status: 403)
    }
    let rebuild = await store.current
    var index = await index(of: rebuild)
    // The state that is shown may be a moment older than the files.
    if !address.isEmpty, !address.hasSuffix("/"), index[address] == nil,
      index.broken(at: address) == nil
    {
      index = await indexer.index(of: await textsNow())
    }
    let visit = StudioVisit(
      request: request, address: address, rebuild: rebuild, index: index, store: store)
    guard request.isPost else { return await show(visit) }
    if request.isFile {
      guard request.field("X-Modulo") == session.token else {
        return CheckAnswer.failed(Studio.isGone).refused
      }
      if let name = request.query("documento"), let edition = edition(visit) {
        return await takeDocument(visit, edition, named: name)
      }
      guard request.isPicture, let name = request.query("immagine"), let entry = index[address]
      else { return CheckAnswer.failed(Studio.isGone).refused }
      return await takePicture(visit, entry, named: name)
    }
    let data = FormData(request.body)
    guard data["t"] == session.token else { return reopened(data, address) }
    return await change(visit, data)
  }

  private static let isGone = Phrase(
    it: "questa pagina è di prima che lo studio fosse riaperto, o non c'è più: ricaricala",
    en: "this page is of before the studio was opened again, or is gone: load it anew")

  /// A form of before the studio was opened again: nothing is written, and what was typed is there to be copied.
  private func reopened(_ data: FormData, _ address: String) -> PreviewResponse {
    let view = UnsavedPage(
      title: "una pagina di prima",
      reason: Phrase(
        it: "questa pagina è di prima che lo studio fosse riaperto",
        en: "this page is of before the studio was opened again"),
      help: Phrase(
        it:
          "Torna alla pagina dalla finestra dello studio che si è aperta adesso, e incollaci il tuo testo.",
        en:
          "Go back to the page from the window of the studio that was opened now, and paste your text there."
      ),
      data: data, address: Shell.root + Path.encoded(address))
    return page(Shell(title: "Non salvato", hasErrors: true), view.body(), status: 403)
  }

  /// Finishes what somebody was interrupted in, and takes away versions that are not worth keeping.
  ///
  /// - Returns: why it could not be done.
  package func tidy() -> Phrase? {
    guard FileSystem.status(content) != nil else { return nil }
    do throws(DeskError) {
      try desk.recover()
      // Where it cannot be known what is still compared with, nothing goes.
      let wanted = try Desk.filing { () throws(FileError) in
        let approved = try approvals.newest().values.map(\.fingerprint)
        let asked = try invitations.all().flatMap(\.fingerprints)
        let answers = invitations.answered.compactMap { invitations.answer($0) }
        let shown = answers.compactMap { try? Contribution($0) }.flatMap(\.fingerprints.values)
        return Set(approved + asked + shown)
      }
      try desk.prune(keeping: wanted)
      return nil
    } catch { return error.message }
  }

  /// The records as a state has them; where nothing can be made of the texts, as the files have them, so that what
  /// keeps them from it can be mended here.
  func index(of rebuild: Rebuild) async -> RecordIndex {
    await indexer.index(of: rebuild.number) {
      guard rebuild.failure == nil else {
        return await textsNow()
      }
      let root = rebuild.contentRoot.map { $0.hasSuffix("/") ? $0 : $0 + "/" } ?? "/"
      return rebuild.sources.filter { $0.path.hasPrefix(root) }.map {
        (String($0.path.dropFirst(root.count)), $0.text)
      }
    }
  }

  private func textsNow() async -> [(path: String, text: String)] {
    (try? await wholeFolder())?.texts.map { ($0.path, $0.text) } ?? []
  }

  /// The one-time key becomes a cookie; then on by a link of this page, so that the cookie is sent.
  private func enter(_ request: PreviewRequest) -> PreviewResponse {
    guard let secret = session.enter(request.query("chiave") ?? "") else {
      return page(
        Shell(title: "Già usato"),
        """
        <h1>Questo indirizzo è già stato usato</h1><p><a href="\(Shell.root)">Vai allo studio</a>; \
        se non si apre, chiudilo e riaprilo con <code>bilancio studio</code>.</p>
        """, status: 403)
    }
    let body: EscapedHTML = """
      <!doctype html><html lang="it"><head><meta charset="utf-8"><title>Studio</title>
      <meta http-equiv="refresh" content="0;url=\(Shell.root)"></head>
      <body><p><a href="\(Shell.root)">Vai allo studio</a></p></body></html>
      """
    return PreviewResponse.page(Array(body.html.utf8), policy: Shell.policy)
      .with("Set-Cookie", "\(session.cookie)=\(secret); HttpOnly; SameSite=Strict; Path=/")
  }

  func page(_ shell: Shell, _ body: EscapedHTML, status: Int = 200) -> PreviewResponse {
    var shell = shell
    shell.author = session.author
    return .page(shell.page(body), policy: Shell.policy, status: status)
  }

  /// Keeps a file as a form is made of it.
  ///
  /// - Returns: its SHA-256, by which it comes back.
  func see(_ bytes: [UInt8]) -> String {
    let digest = FileHash.digest(of: bytes)
    seen.put(bytes, as: digest)
    return digest
  }

  /// - Returns: the name by which it may be taken back.
  func keepDone(_ changes: [FileChange]) -> String {
    let name = Invitations.secret()
    doneChanges.put(changes, as: name)
    return name
  }

  var drafts: Drafts { Drafts(of: content, state: state) }

  var desk: Desk { Desk(root: content, author: session.author, keepsHistory: true) }
}

/// One request with the state that it is answered from.
struct StudioVisit {
  let request: PreviewRequest
  /// Below the studio's root.
  let address: String
  let rebuild: Rebuild
  let index: RecordIndex
  let store: RenderStore

  /// The name of an edition that a record is of.
  func edition(of entry: RecordIndex.Entry) -> String? {
    index.editions.first { $0.folder == entry.home }?.name
  }
}

/// What browsers load of the studio's own.
enum ClientFiles {
  static let all: [String: [UInt8]] = [
    "studio.css": PackageResources.studio_css, "studio.js": PackageResources.studio_js,
    "check.js": PackageResources.check_js, "toolbar.js": PackageResources.toolbar_js,
    "paste.js": PackageResources.paste_js, "facts.js": PackageResources.facts_js,
    "grid.js": PackageResources.grid_js, "pictures.js": PackageResources.pictures_js,
    "points.js": PackageResources.points_js, "guide.js": PackageResources.guide_js,
    "intake.js": PackageResources.intake_js, "save.js": PackageResources.save_js,
  ]
}
