package import Diagnostics
import SocialReport

/// The pages of an edition that had another address (`spostati:`), with where they are now.
package struct MovedPages: Sendable {
  package struct Move: Sendable {
    /// Relative to the site's root, `/` at its end.
    package let from: String
    package let to: PageLink
    package let place: SourceRange
  }

  package private(set) var all: [Move] = []
  package private(set) var diagnostics: [Diagnostic] = []

  package init(_ index: EditionIndex, _ context: SiteContext) {
    for move in index.edition.moves {
      guard let from = address(move.from, index.edition) else { continue }
      let path = move.to.value.split(separator: "/").map(String.init)
      switch FactLinks(index: index, context: context).resolve(.page(path: path, fragment: nil)) {
      case .success(let page):
        let to = PageLink(title: page.text(), address: page.address)
        all.append(Move(from: from, to: to, place: move.from.place))
      case .failure(let unknown):
        guard !context.report.gaps.explain(unknown.name) else { continue }
        diagnostics.append(
          Diagnostic(.typedLink, unknown.message, help: unknown.help, at: move.to.place))
      }
    }
  }

  /// The whole address, with or without the edition's year in front.
  private mutating func address(_ from: Sourced<String>, _ edition: Edition) -> String? {
    let home = Addresses.edition(edition)
    var parts = from.value.split(separator: "/").map(String.init)
    if parts.last == "index.html" { parts.removeLast() }
    if parts.first.map({ $0 + "/" }) == home { parts.removeFirst() }
    let isPlain = parts.allSatisfy { part in
      part != ".." && part != "."
        && part.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !MovedPages.reserved.contains($0) }
    }
    guard isPlain, !parts.isEmpty else {
      diagnostics.append(
        Diagnostic(
          .forbiddenLink,
          Phrase(
            it: "questo non è l'indirizzo di una pagina dell'edizione: `\(from.value)`",
            en: "this is no address of a page of the edition: `\(from.value)`"),
          help: Phrase(
            it: "scrivilo senza `https:` e senza il nome del sito, come `scuole/mensa`",
            en: "write it without `https:` and the name of the site, as `schools/canteen`"),
          at: from.place))
      return nil
    }
    return home + parts.joined(separator: "/") + "/"
  }

  /// What has a meaning of its own in addresses or in the files of web servers.
  private static let reserved = Set("?#%\"'<>\\{}|^`$*+()[];:".utf8)
}
