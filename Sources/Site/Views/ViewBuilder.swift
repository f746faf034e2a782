import Diagnostics
import Facts
import Figures
import SocialReport
import Theme

/// Makes views of the facts of an edition.
struct ViewBuilder: Sendable {
  let context: SiteContext
  let index: EditionIndex

  init(_ context: SiteContext, _ index: EditionIndex) {
    self.context = context
    self.index = index
  }

  var edition: Edition { index.edition }
  var strings: Strings { context.strings }
  var formats: Formats { context.formats }

  func link(_ label: String, _ address: String) -> View {
    .record([
      "label": .text(context.title(label, at: address)), "url": .text(context.href(address)),
    ])
  }

  func link(_ page: PageLink) -> View { link(page.title, page.address) }

  func word<Word: Choice>(_ prefix: String, _ word: Word) -> String {
    strings["\(prefix).\(word.rawValue)"]
  }

  func office(_ id: Sourced<String>?) -> View {
    guard let id, let office = index.offices[id.value] else { return .none }
    return link(office.name.value, Addresses.entry(id.value, in: .offices, of: edition))
  }

  func source(_ id: Sourced<String>?) -> View {
    guard let id, let source = index.sources[id.value] else { return .none }
    return link(source.title.value, Addresses.entry(id.value, in: .sources, of: edition))
  }

  func act(_ id: Sourced<String>?) -> View {
    guard let id, let act = index.acts[id.value] else { return .none }
    return link(formats.act(act), Addresses.entry(id.value, in: .acts, of: edition))
  }

  /// An act or a source: what proves an action.
  func evidence(_ id: Sourced<String>?) -> View {
    guard let id else { return .none }
    return index.acts[id.value] != nil ? act(id) : source(id)
  }

  func groups(_ names: [Sourced<String>]) -> View {
    .list(
      names.map {
        link($0.value, Addresses.group(ElementIDs.slug($0.value), of: edition))
      })
  }

  func uses(_ pages: [PageLink]?) -> View { .list((pages ?? []).map(link)) }

  func date(_ date: Sourced<CalendarDate>?) -> View {
    date.map { .text(formats.date($0.value)) } ?? .none
  }
}
