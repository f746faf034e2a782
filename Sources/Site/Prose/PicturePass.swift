import Diagnostics
import Files
import Markdown
import Theme

/// Pictures: with a description, from the content's own files, at a size known before they load.
enum PicturePass {
  static func run(_ node: Node, _ prose: Prose, _ state: inout PageState) {
    let address = node.address
    let alternative = node.plainText
    defer { node.delete() }
    let path = LocalFile.path(address, of: prose.field.place, state.context)
    if let path, state.context.files.contains(path) { state.usedFiles.insert(path) }
    if alternative.allSatisfy(\.isWhitespace), !isDecorative(node) {
      state.report(
        Diagnostic(
          .missingAlt,
          Phrase(it: "manca la descrizione dell'immagine", en: "the picture has no description"),
          help: Phrase(
            it: "scrivi tra `![` e `]` che cosa mostra, per chi non la vede; se non dice nulla, "
              + "`![](nome \"decorativa\")`",
            en:
              "write between `![` and `]` what it shows, for those who do not see it; where it says "
              + "nothing, `![](name \"decorative\")`"),
          at: prose.place(of: node, around: address, state)))
      return
    }
    guard let path else {
      if let mistake = AddressMistake(address) {
        return state.report(
          mistake.diagnostic(at: prose.place(of: node, around: address, state)))
      }
      state.report(
        Diagnostic(
          .forbiddenLink,
          Phrase(
            it: "le immagini stanno tra i file del bilancio, non altrove",
            en: "pictures are files of the report, not elsewhere"),
          help: Phrase(
            it: "copia l'immagine accanto a questo file e scrivi il suo nome",
            en: "copy the picture beside this file and write its name"),
          at: prose.place(of: node, around: address, state)))
      return
    }
    guard state.context.files.contains(path) else {
      LocalFile.reportMissing(
        address, path, from: prose.field.place, at: prose.place(of: node, around: address, state),
        &state)
      return
    }
    guard let size = state.context.files.pictureSize(of: path) else {
      state.report(unreadable(address, at: prose.place(of: node, around: address, state)))
      return
    }
    let bytes = state.context.files.byteCount(of: path)
    if bytes > largestBytes {
      state.report(tooLarge(address, bytes, at: prose.place(of: node, around: address, state)))
    }
    // The first picture of a page is likely on its first screen; the others may wait.
    let loading = state.pictures == 0 ? "" : " loading=\"lazy\""
    state.pictures += 1
    let href = state.context.href(ContentFiles.address(of: path))
    let html =
      "<img src=\"\(HTMLText.escaped(href))\" alt=\"\(HTMLText.escaped(alternative))\" "
      + "width=\"\(size.width)\" height=\"\(size.height)\"\(loading) decoding=\"async\">"
    if let picture = Node.customInline(enter: html) { picture.insert(before: node) }
  }

  /// Whether the author says that there is nothing to describe: `![](filo.svg "decorativa")`.
  private static func isDecorative(_ node: Node) -> Bool {
    ["decorativa", "decorative"].contains(node.title.lowercased())
  }

  /// What a phone on a slow line takes half a second for.
  private static let largestBytes = 500_000

  static func unreadable(_ address: String, at place: SourceRange) -> Diagnostic {
    Diagnostic(
      .imageFormat,
      Phrase(
        it: "`\(address)` non è un'immagine che si sappia leggere",
        en: "`\(address)` is no picture that can be read"),
      help: Phrase(
        it: "usa PNG, JPEG, WebP o SVG (con larghezza e altezza)",
        en: "use PNG, JPEG, WebP or SVG (with width and height)"), at: place)
  }

  private static func tooLarge(
    _ address: String, _ bytes: Int, at place: SourceRange
  ) -> Diagnostic {
    Diagnostic(
      .largePicture,
      Phrase(
        it: "l'immagine `\(address)` pesa \(bytes / 1000) kB: su un telefono si fa aspettare",
        en: "the picture `\(address)` has \(bytes / 1000) kB: on a phone it makes people wait"),
      help: Phrase(
        it: "riducila a meno di \(largestBytes / 1000) kB, per esempio a 1600 pixel di larghezza",
        en: "reduce it to less than \(largestBytes / 1000) kB, for example to a width of 1600 "
          + "pixels"), at: place, severity: .warning)
  }
}

/// A file that a text or a field names, beside the file it is written in.
enum LocalFile {
  /// The path within the content; nil for addresses that name no file of it.
  static func path(_ address: String, of place: SourceRange, _ context: SiteContext) -> String? {
    guard !address.isEmpty, !address.hasPrefix("/"), !address.hasPrefix("#"),
      !address.contains(":"), !address.contains("\\")
    else { return nil }
    let plain = address.prefix { $0 != "#" && $0 != "?" }
    // Authors copy addresses with percent-encoding, and write names with a `%` in them.
    let name = Path.decoded(plain) ?? String(plain)
    return Path.normalised(Path.join(context.contentFolder(of: place), name))
  }

  /// - Parameter origin: where the name is written; near misses are named from there.
  static func reportMissing(
    _ address: String, _ path: String, from origin: SourceRange, at place: SourceRange,
    _ state: inout PageState
  ) {
    let folder = state.context.contentFolder(of: origin)
    let names = state.context.files.paths.map { name in
      folder.isEmpty || !name.hasPrefix(folder + "/")
        ? name : String(name.dropFirst(folder.count + 1))
    }
    let near =
      NearMiss.help(for: address, among: names)
      ?? NearMiss.help(
        for: Path.name(of: address),
        among: names.filter { Path.name(of: $0) == Path.name(of: address) })
    let isText = ["md", "yml", "yaml"].contains(Path.ending(of: path))
    state.report(
      Diagnostic(
        .missingFile,
        isText
          ? Phrase(
            it: "`\(address)` è un testo del bilancio, non un file da scaricare",
            en: "`\(address)` is a text of the report, not a file to download")
          : Phrase(it: "il file `\(address)` non c'è", en: "there is no file `\(address)`"),
        help: isText
          ? Phrase(
            it: "per rimandare a una sua pagina scrivi `pagina:` e il suo nome",
            en: "to link to its page write `page:` and its name")
          : near ?? Phrase(it: "lo cerco in `\(path)`", en: "it is looked for at `\(path)`"),
        at: place))
  }
}
