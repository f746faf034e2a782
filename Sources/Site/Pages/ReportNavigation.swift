import Diagnostics
import Facts
import Hypertext
import SocialReport
import Theme

/// Where a page is in the report: its edition's objectives, and within one its achievements.
///
/// What pages share of it is rendered once.
struct ReportNavigation: Sendable {
  private let edition: Edition
  private let context: SiteContext
  /// The entry of each objective, as pages elsewhere show it.
  private let entries: [HTML]
  /// For pages that belong to no objective.
  let plain: HTML

  /// Beyond so many entries, a page shows those around its own only.
  static let window = 20

  init(_ edition: Edition, _ context: SiteContext) {
    self.edition = edition
    self.context = context
    let entries = edition.objectives.map { objective in
      ReportNavigation.entry(
        objective.title.value, Addresses.objective(objective, of: edition), context)
    }
    self.entries = entries
    plain = ReportNavigation.whole(
      entries[ReportNavigation.shown(around: 0, of: entries.count)], edition, context)
  }

  /// The navigation of a page of one objective.
  ///
  /// - Parameters:
  ///   - isPage: whether the page is the objective's own.
  ///   - items: the entries of its achievements.
  func html(ofObjective position: Int, isPage: Bool, items: HTML) -> HTML {
    let objective = edition.objectives[position]
    let current = ReportNavigation.entry(
      objective.title.value, Addresses.objective(objective, of: edition), context,
      isCurrent: isPage, items: items)
    let shown = ReportNavigation.shown(around: position, of: entries.count)
    return ReportNavigation.whole(
      shown.map { $0 == position ? current : entries[$0] }, edition, context)
  }

  static func entry(
    _ label: String, _ address: String, _ context: SiteContext, isCurrent: Bool = false,
    items: HTML = HTML()
  ) -> HTML {
    guard context.writes else { return HTML() }
    return context.theme.render(
      component: "navigation-item",
      .record([
        "label": .text(context.title(label, at: address)), "url": .text(context.href(address)),
        "current": .flag(isCurrent), "items": .html(items),
      ]))
  }

  static func shown(around position: Int, of count: Int) -> Range<Int> {
    let start = max(0, min(position - window / 2, count - window))
    return start..<min(start + window, count)
  }

  private static func whole(
    _ entries: some Sequence<HTML>, _ edition: Edition, _ context: SiteContext
  ) -> HTML {
    guard context.writes else { return HTML() }
    return context.theme.render(
      component: "navigation",
      .record([
        "title": .text(context.title(edition.name, isDraft: edition.isDraft)),
        "url": .text(context.href(Addresses.edition(edition))),
        "items": .html(entries.joined()),
      ]))
  }
}

/// The navigation of an objective's slice: the entries of its achievements, each rendered once.
struct ObjectiveNavigation {
  private let pages: EditionPages
  private let slice: ObjectiveSlice
  private let items: [HTML]
  /// The position of the first item.
  private let start: Int

  private var objective: Objective { slice.objective }

  init(_ pages: EditionPages, _ slice: ObjectiveSlice) {
    self.pages = pages
    self.slice = slice
    let count = slice.objective.achievements.count
    let first = ReportNavigation.shown(around: slice.range.lowerBound, of: count)
    let last = ReportNavigation.shown(
      around: max(slice.range.lowerBound, slice.range.upperBound - 1), of: count)
    start = first.lowerBound
    items = slice.objective.achievements[first.lowerBound..<last.upperBound].map {
      ObjectiveNavigation.item($0, slice.objective, pages, isCurrent: false)
    }
  }

  private static func item(
    _ achievement: Achievement, _ objective: Objective, _ pages: EditionPages, isCurrent: Bool
  ) -> HTML {
    ReportNavigation.entry(
      achievement.title.value,
      Addresses.achievement(achievement, of: objective, pages.edition), pages.context,
      isCurrent: isCurrent)
  }

  /// - Parameter position: the achievement whose page it is, or nil for the objective's own.
  func html(at position: Int?) -> HTML {
    let shown = ReportNavigation.shown(
      around: position ?? 0, of: objective.achievements.count)
    let list = shown.map { other in
      other == position
        ? ObjectiveNavigation.item(
          objective.achievements[other], objective, pages, isCurrent: true)
        : items[other - start]
    }
    return pages.navigation.html(
      ofObjective: slice.position, isPage: position == nil, items: list.joined())
  }
}
