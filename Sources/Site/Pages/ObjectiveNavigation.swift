import Diagnostics
import SocialReport
import Theme

/// Where the achievements of a slice are among those of their objective; every item that their
/// pages show is rendered once.
struct ObjectiveNavigation {
  private let pages: EditionPages
  private let objective: Objective
  private let items: [[UInt8]]
  /// The position of the first item.
  private let start: Int

  /// Beyond so many, a page shows the neighbours of its own only.
  private static let window = 20

  init(_ pages: EditionPages, _ slice: ObjectiveSlice) {
    let objective = slice.objective
    self.pages = pages
    self.objective = objective
    guard let last = slice.range.last else {
      (items, start) = ([], 0)
      return
    }
    let first = ObjectiveNavigation.shown(around: slice.range.lowerBound, objective)
    let end = ObjectiveNavigation.shown(around: last, objective).upperBound
    start = first.lowerBound
    items = objective.achievements[start..<end].map {
      ObjectiveNavigation.item($0, objective, pages, false)
    }
  }

  /// The positions that the page of an achievement shows.
  private static func shown(around position: Int, _ objective: Objective) -> Range<Int> {
    let count = objective.achievements.count
    let start = max(0, min(position - window / 2, count - window))
    return start..<min(start + window, count)
  }

  private static func item(
    _ achievement: Achievement, _ objective: Objective, _ pages: EditionPages, _ isCurrent: Bool
  ) -> [UInt8] {
    let context = pages.context
    return context.theme.render(
      component: "navigation-item",
      .record([
        "label": .text(achievement.title.value),
        "url": .text(
          context.href(Addresses.achievement(achievement, of: objective, pages.edition))),
        "current": .flag(isCurrent),
      ]))
  }

  func html(at position: Int) -> [UInt8] {
    var list: [UInt8] = []
    for other in ObjectiveNavigation.shown(around: position, objective) {
      list +=
        other == position
        ? ObjectiveNavigation.item(objective.achievements[other], objective, pages, true)
        : items[other - start]
    }
    let context = pages.context
    return context.theme.render(
      component: "navigation",
      .record([
        "title": .text(objective.title.value),
        "url": .text(context.href(Addresses.objective(objective, of: pages.edition))),
        "items": .html(list),
      ]))
  }
}
