import Diagnostics
import Facts
import Figures
import Files
import SocialReport
import Theme

extension ViewBuilder {
  /// What an edition is about, as a sentence.
  var about: String {
    let period = edition.period.value
    let (start, end) = (period.start, period.end)
    let isYears = start.isFirstOfYear && end.isLastOfYear
    if isYears || start == end, start.year == end.year {
      let year = isYears ? String(start.year) : formats.period(period)
      return strings.format("edition.about.year", ["period": year])
    }
    return isYears
      ? strings.format("edition.about.years", ["period": "\(start.year)–\(end.year)"])
      : strings.format("edition.about.range", ["period": formats.period(period)])
  }

  /// «Bilancio Sociale 2024 del Comune di Borgo», as descriptions outside the site's pages name it.
  var fullTitle: String {
    let (title, entity) = (edition.name, context.report.site.entity.name.value)
    guard title.firstRange(of: entity) == nil else { return title }
    return strings.format("edition.of", ["edition": title, "entity": entity])
  }

  /// Who looked at the edition from outside, at what and when.
  var assurance: View {
    guard let assurance = edition.assurance else { return .none }
    let document = context.address(ofFile: assurance.document).map { address in
      let format = format(of: assurance.document)
      return View.record([
        "label": .text(
          Path.name(of: assurance.document?.value ?? "") + (format.isEmpty ? "" : " (\(format))")),
        "url": .text(context.href(address)),
      ])
    }
    return .record([
      "kind": .text(word("assurance", assurance.kind)), "body": .text(assurance.body?.value),
      "date": date(assurance.date), "scope": .text(assurance.scope?.value),
      "document": document ?? .none,
    ])
  }

  // Areas

  /// The place of an area on the edition's page; no heading's id has two hyphens in it.
  static func anchor(of area: Area) -> String { "area--" + area.id.value }

  func page(of area: Area) -> PageLink {
    PageLink(
      title: area.title.value,
      address: Addresses.edition(edition) + "#" + ViewBuilder.anchor(of: area))
  }

  func link(_ area: Area) -> View { link(page(of: area)) }

  /// - Parameter id: where it stands on its page.
  func view(_ area: Area, id: String, objectives: [Objective] = []) -> View {
    .record([
      "id": .text(id),
      "label": .text(
        strings.format(
          "edition.area", ["number": area.number.value, "title": area.title.value])),
      "summary": .text(area.summary?.value),
      "mission": .text(
        area.mission.map { strings.format("edition.mission", ["code": $0.value]) }),
      "objectives": .list(objectives.map(item)),
    ])
  }

  /// The areas with their objectives.
  var areas: View {
    let objectives = Dictionary(grouping: edition.objectives) { $0.area ?? "" }
    return .list(
      edition.areas.map { area in
        view(
          area, id: ViewBuilder.anchor(of: area), objectives: objectives[area.id.value] ?? [])
      })
  }
}

extension CalendarDate {
  fileprivate var isFirstOfYear: Bool {
    month == nil || month == 1 && (day == nil || day == 1)
  }

  fileprivate var isLastOfYear: Bool {
    month == nil || month == 12 && (day == nil || day == 31)
  }
}
