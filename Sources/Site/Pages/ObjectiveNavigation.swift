import Diagnostics
import SocialReport
import Theme

/// Where an achievement is among those of its objective; every item is rendered once.
struct ObjectiveNavigation {
  private let pages: EditionPages
  private let objective: Objective
  private let items: [[UInt8]]

  /// Beyond so many, a page shows the neighbours of its own only.
  private static let window = 20

  init(_ pages: EditionPages, _ objective: Objective) {
    self.pages = pages
    self.objective = objective
    items = objective.achievements.map { ObjectiveNavigation.item($0, objective, pages, false) }
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
    let half = ObjectiveNavigation.window / 2
    let start = max(0, min(position - half, items.count - ObjectiveNavigation.window))
    var list: [UInt8] = []
    for other in start..<min(start + ObjectiveNavigation.window, items.count) {
      list +=
        other == position
        ? ObjectiveNavigation.item(objective.achievements[other], objective, pages, true)
        : items[other]
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
