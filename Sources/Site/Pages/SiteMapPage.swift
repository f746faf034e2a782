import Diagnostics
import Facts
import SocialReport
import Theme

/// The map of a site: all its pages but those of single figures and letters, by editions, for whoever would rather
/// see what there is than search it (WCAG 2.4.5).
struct SiteMapPage {
  let context: SiteContext

  /// An edition with more achievements is shown by its objectives, whose pages list them.
  private static let mostAchievements = 500

  var editions: [View] {
    context.indexes.map { index in
      let views = ViewBuilder(context, index)
      let edition = index.edition
      return .record([
        "label": .text(heading(edition)), "id": .text(id(edition)),
        "url": .text(context.href(Addresses.edition(edition))),
        "draft": .flag(edition.isDraft),
        // Pages of several editions are called the same.
        "edition": .text(context.indexes.count > 1 ? edition.name : nil),
        "pages": .list(
          contexts(views) + objectives(views) + lists(views) + groups(views)),
      ])
    }
  }

  var entries: [(label: String, id: String)] {
    context.indexes.map { (heading($0.edition), id($0.edition)) }
  }

  private func heading(_ edition: Edition) -> String {
    context.strings.format("map.edition", ["edition": edition.name])
  }

  private func id(_ edition: Edition) -> String { "edizione-\(edition.id.value)" }

  private func entry(_ title: String, _ address: String, _ below: [View] = []) -> View {
    .record([
      "label": .text(context.title(title, at: address)), "url": .text(context.href(address)),
      "pages": .list(below),
    ])
  }

  private func contexts(_ views: ViewBuilder) -> [View] {
    views.edition.contexts.map {
      entry($0.title.value, Addresses.page($0.id.value, of: views.edition))
    }
  }

  private func objectives(_ views: ViewBuilder) -> [View] {
    let edition = views.edition
    let isWhole =
      edition.objectives.reduce(0) { $0 + $1.achievements.count }
      <= SiteMapPage.mostAchievements
    return edition.objectives.map { objective in
      entry(
        "\(objective.number.value). \(objective.title.value)",
        Addresses.objective(objective, of: edition),
        isWhole
          ? objective.achievements.map {
            views.link($0.title.value, Addresses.achievement($0, of: objective, edition))
          } : [])
    }
  }

  private func lists(_ views: ViewBuilder) -> [View] {
    let edition = views.edition
    var kinds: [PageKind] = PageKind.standing.isThere(in: edition) ? [.standing] : []
    kinds += [.indicators] + PageKind.registers(of: edition).filter { $0 != .indicators }
    if PageKind.corrections.isThere(in: edition) { kinds.append(.corrections) }
    kinds.append(.document)
    let pages = kinds.map {
      entry(context.strings["pages.\($0.rawValue)"], Addresses.page($0, of: edition))
    }
    let search = context.searchAddress(of: edition).map {
      entry(context.strings["pages.search"], $0)
    }
    return pages + [search].compactMap(\.self)
  }

  private func groups(_ views: ViewBuilder) -> [View] {
    views.index.uses.groups.map {
      entry(
        context.strings.format("pages.groups", ["group": $0.name]),
        Addresses.group($0.slug, of: views.edition))
    }
  }
}
