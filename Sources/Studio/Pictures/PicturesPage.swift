import Desk
import Files
import Preview

/// The pictures of an edition: what each shows, where it stands, what is said there for who does not see it.
struct PicturesPage {
  let edition: String
  let pictures: [Folder.Asset]
  let uses: PictureUses
  let index: RecordIndex

  /// By which a request names a picture.
  static func name(of asset: Folder.Asset) -> String { FormValue.fingerprint(asset.path) }

  func body() -> EscapedHTML {
    let none: EscapedHTML? =
      pictures.isEmpty
      ? "<p>Ancora nessuna. Si mettono da un testo, con «Immagine» sopra il campo.</p>" : nil
    let items = pictures.map(item)
    return """
      <h1>Le immagini</h1><p>Si aggiungono da un testo, con «Immagine» sopra il campo. Qui si vede dove stanno e che cosa si dice a chi non le vede.</p>\(none)
      <ul class="immagini">\(items)</ul>
      """
  }

  private func item(_ asset: Folder.Asset) -> EscapedHTML {
    let uses = uses.of(asset.path)
    let places = uses.map { use -> EscapedHTML in
      let entry = index.entries.first { $0.record.path == use.path }
      let page =
        entry.map {
          "<a href=\"\(RecordPage.address($0))\">\($0.title)</a>" as EscapedHTML
        } ?? "\(use.path)"
      let words: EscapedHTML =
        switch use.words {
        case .description(let words): "«\(words)»"
        case .decorative: "decorativa"
        case .missing: "<strong>manca la descrizione</strong>"
        case .named: "senza parole sue"
        }
      return "<li>\(words), in \(page)</li>"
    }
    let list: EscapedHTML =
      places.isEmpty ? "<p>Non è in nessun testo.</p>" : "<ul>\(places)</ul>"
    return """
      <li><img src="\(Shell.root)\(edition)/?immagine=\(PicturesPage.name(of: asset))" alt="" loading="lazy">\
      <div><h2>\(Path.name(of: asset.path))</h2><p class="nome">\(asset.path), \(PictureSizeWords.of(asset.byteCount))</p>\(list)</div></li>
      """
  }
}
