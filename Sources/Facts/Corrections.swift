package import Diagnostics
import Figures
package import SocialReport
package import Theme

/// The corrections of an edition (`tipo: rettifiche`) with the pages they are about.
package struct Corrections: Sendable {
  package struct Entry: Sendable {
    /// Its place among the edition's corrections.
    package let number: Int
    package let correction: Edition.Correction
    package let page: PageLink
  }

  /// The newest first.
  package private(set) var all: [Entry] = []
  /// The same by the address of their page.
  private var byAddress: [String: [Entry]] = [:]
  package private(set) var diagnostics: [Diagnostic] = []
  private let context: SiteContext
  private let edition: Edition

  package init(_ index: EditionIndex, _ context: SiteContext) {
    self.context = context
    edition = index.edition
    let links = FactLinks(index: index, context: context)
    for (number, correction) in edition.corrections.enumerated() {
      let path = correction.page.value.split(separator: "/").map(String.init)
      guard !path.isEmpty else {
        let home = PageLink(title: edition.name, address: Addresses.edition(edition))
        all.append(Entry(number: number, correction: correction, page: home))
        continue
      }
      switch links.resolve(.page(path: path, fragment: nil)) {
      case .success(let page):
        let link = PageLink(title: page.text(), address: page.address)
        all.append(Entry(number: number, correction: correction, page: link))
      case .failure(let unknown):
        guard !context.report.gaps.explain(unknown.name) else { continue }
        diagnostics.append(
          Diagnostic(.typedLink, unknown.message, help: unknown.help, at: correction.page.place))
      }
    }
    let order = all.indices.sorted { a, b in
      let (first, second) = (all[a].correction.date.value, all[b].correction.date.value)
      return first.iso8601 != second.iso8601 ? first.iso8601 > second.iso8601 : a > b
    }
    all = order.map { all[$0] }
    byAddress = Dictionary(grouping: all, by: \.page.address)
  }

  /// The pages that some of the corrections are about.
  ///
  /// - Parameter numbers: their places among the edition's corrections.
  package func addresses(of numbers: Set<Int>) -> Set<String> {
    Set(all.filter { numbers.contains($0.number) }.map(\.page.address))
  }

  /// What readers of a page are told.
  package func views(of address: String) -> View {
    .list((byAddress[address] ?? []).map(view))
  }

  /// What readers of the page of all corrections are told.
  package var view: View { .list(all.map(view)) }

  /// The address of the page of all corrections.
  package var address: String { Addresses.page(.corrections, of: edition) }

  private func view(_ entry: Entry) -> View {
    let correction = entry.correction
    return .record([
      "label": .text(entry.page.title), "url": .text(context.href(entry.page.address)),
      "date": .text(context.formats.date(correction.date.value)),
      "date_iso": .text(correction.date.value.iso8601), "what": .text(correction.what.value),
      "before": .text(correction.before.value), "after": .text(correction.after.value),
      "why": .text(correction.why.value),
    ])
  }
}
