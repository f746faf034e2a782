import Attachments
import Diagnostics
import Facts
import Files
import Hypertext
import Markdown
import Pictures

/// Pictures: with a description, from the content's own files, at a size known before they load.
enum ProsePicture {
  /// Nil, with a message, for a picture that no page can show.
  static func html(_ node: Node, _ prose: Prose, _ state: inout PageState) -> HTML? {
    let address = node.address
    let alternative = node.plainText
    let file = LocalFile.find(address, of: prose.field.place, state.context)
    let shown = file.map { state.context.files.shown($0.path) }
    if let shown { state.usedFiles.formUnion(shown.paths) }
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
          at: prose.place(of: node)))
      return nil
    }
    guard let path = file?.path ?? LocalFile.path(address, of: prose.field.place, state.context)
    else {
      if let mistake = AddressMistake(address) {
        LocalFile.use(fileMeantBy: address, of: prose.field.place, &state)
        state.report(mistake.diagnostic(at: prose.place(of: node, around: address)))
        return nil
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
          at: prose.place(of: node, around: address)))
      return nil
    }
    guard let shown else {
      LocalFile.reportMissing(
        address, path, from: prose.field.place, at: prose.place(of: node, around: address),
        &state)
      return nil
    }
    let flaw = state.context.files.flaw(of: shown.path)
    if let flaw, flaw.isForbidden {
      state.report(flaw.diagnostic(address, at: prose.place(of: node, around: address)))
      return nil
    }
    guard let size = state.context.files.pictureSize(of: shown.path) else {
      state.report(unreadable(address, at: prose.place(of: node, around: address)))
      return nil
    }
    if flaw == .place, let flaw {
      state.report(flaw.diagnostic(address, at: prose.place(of: node, around: address)))
    }
    let bytes = state.context.files.byteCount(of: shown.path)
    if bytes > PictureHeader.largestFile {
      state.report(tooLarge(address, bytes, at: prose.place(of: node, around: address)))
    }
    // The first picture of a page is likely on its first screen; the others may wait.
    let loading = state.pictures == 0 ? "" : " loading=\"lazy\""
    state.pictures += 1
    var picture = HTML()
    picture.append(markup: "<img src=\"")
    append(addressOf: shown.path, to: &picture, state)
    if !shown.narrower.isEmpty {
      picture.append(markup: "\" srcset=\"")
      for (width, path) in shown.narrower + [(size.width, shown.path)] {
        append(addressOf: path, to: &picture, state)
        picture.append(markup: (" \(width)w" + (path == shown.path ? "" : ", ")).utf8)
      }
      picture.append(markup: "\" sizes=\"\(sizes)".utf8)
    }
    picture.append(markup: "\" alt=\"")
    picture.append(text: alternative)
    picture.append(
      markup: "\" width=\"\(size.width)\" height=\"\(size.height)\"\(loading) decoding=\"async\""
        .utf8)
    picture.append(seam: .voidEnd)
    picture.append(markup: ">")
    return picture
  }

  /// How wide a picture stands: as the text does (41 letters of 1.125), or as a narrow window.
  private static let sizes = "(min-width: 50rem) 46rem, 100vw"

  private static func append(
    addressOf path: String, to picture: inout HTML, _ state: PageState
  ) {
    picture.append(seam: .address)
    picture.append(text: state.context.href(ContentFiles.address(of: path)))
    picture.append(seam: .addressEnd)
  }

  /// Whether the author says that there is nothing to describe: `![](filo.svg "decorativa")`.
  private static func isDecorative(_ node: Node) -> Bool {
    ["decorativa", "decorative"].contains(node.title.lowercased())
  }

  /// What stands below a picture, for all: what Markdown calls its title.
  static func caption(of node: Node) -> String {
    isDecorative(node) || node.title.allSatisfy(\.isWhitespace) ? "" : node.title
  }

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
        it:
          "riducila a meno di \(PictureHeader.largestFile / 1000) kB, per esempio a 1600 pixel di larghezza; lo fa "
          + "`bilancio immagini`",
        en:
          "reduce it to less than \(PictureHeader.largestFile / 1000) kB, for example to a width of 1600 "
          + "pixels; `bilancio pictures` does it"), at: place, severity: .warning)
  }
}
