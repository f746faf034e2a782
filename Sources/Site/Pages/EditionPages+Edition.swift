import Diagnostics
import SocialReport
import Theme

extension EditionPages {
  /// The first page of an edition: what was promised and what was done, at a glance.
  var editionPage: Page {
    let formats = context.formats
    let method = [edition.criteria, edition.boundary, edition.limits, edition.changes]
    let view: Fields = [
      "title": .text(edition.title.value),
      "subtitle": .text(edition.subtitle?.value),
      "introduction": .prose(edition.introduction),
      "objectives": .list(edition.objectives.map(views.item)),
      "contexts": .list(
        edition.contexts.map {
          views.link($0.title.value, Addresses.page($0.id.value, of: edition))
        }),
      "figures": .list(figures),
      "statuses": .list(views.statuses(of: edition.achievements)),
      "assessments": .list(views.assessments(of: edition.objectives)),
      "key_figures": .list(keyFigures),
      "entity": .text(context.report.site.entity.name.value),
      "registers": .list(registers),
      "criteria": .prose(edition.criteria),
      "boundary": .prose(edition.boundary),
      "limits": .prose(edition.limits),
      "changes": .prose(edition.changes),
      "has_method": .flag(method.contains { $0 != nil }),
      "assurance": .text(edition.assurance.map { strings["assurance.\($0.kind.rawValue)"] }),
      "period": .text(formats.period(edition.period.value)),
      "report_type": .text(edition.reportType.map { views.word("report-type", $0.value) }),
      // When it came out stands at the foot, unless it was brought up to date since.
      "published": edition.updatedOn == nil ? .none : views.date(edition.publishedOn),
      "updated": views.date(edition.updatedOn),
    ]
    return Page(
      template: "edition", view: .record(view), title: edition.title.value,
      address: Addresses.edition(edition),
      description: edition.subtitle?.value
        ?? strings.format(
          "description.home", ["entity": context.report.site.entity.name.value]),
      updated: edition.updatedOn?.value ?? edition.publishedOn?.value, dataset: .edition,
      downloads: downloads)
  }

  private func count(_ label: String, _ count: Int) -> View {
    .record(["label": .text(label), "count": .text(String(count))])
  }

  private var figures: [View] {
    let sourced = sourced
    return [
      count(strings["figures.objectives"], edition.objectives.count),
      count(
        strings["figures.achievements"], edition.objectives.reduce(0) { $0 + $1.achievements.count }
      ),
      count(strings["figures.indicators"], edition.indicators.count),
      count(strings["figures.observations"], sourced.open + sourced.closed),
    ]
      + [
        (strings["figures.open-source"], sourced.open),
        (strings["figures.closed-source"], sourced.closed),
        (strings["figures.missing"], sourced.missing),
      ].filter { $0.1 > 0 }.map { count($0.0, $0.1) } + [
        count(strings["figures.acts"], edition.acts.count),
        count(strings["figures.sources"], edition.sources.count),
      ]
  }

  /// How many values rest on a source that readers can open, how many do not, and how many are
  /// missing.
  private var sourced: (open: Int, closed: Int, missing: Int) {
    var counts = (open: 0, closed: 0, missing: 0)
    for indicator in edition.indicators {
      for observation in indicator.observations {
        let source = index.sources[indicator.source(of: observation).value]
        if observation.value == nil {
          counts.missing += 1
        } else if source?.canBeOpened == true {
          counts.open += 1
        } else {
          counts.closed += 1
        }
      }
    }
    return counts
  }

  /// The figures that the edition's objectives are about, the first of each objective first.
  private var keyFigures: [View] {
    var seen: Set<String> = []
    let longest = edition.objectives.map(\.indicators.count).max() ?? 0
    let ids = (0..<longest).flatMap { place in
      edition.objectives.compactMap { $0.indicators.dropFirst(place).first?.value }
    }
    return ids.filter { seen.insert($0).inserted }.compactMap { index.indicators[$0] }
      .filter { $0.observations.contains { $0.value != nil } }
      .prefix(EditionPages.keyFigureCount).map(views.item)
  }

  private static let keyFigureCount = 6

  private var registers: [View] {
    let pages: [(name: String, slug: String, count: Int)] = [
      ("indicators", "dati", edition.indicators.count), ("acts", "atti", edition.acts.count),
      ("sources", "fonti", edition.sources.count), ("plans", "piani", edition.plans.count),
      ("glossary", "glossario", edition.terms.count),
      ("offices", "uffici", edition.offices.count),
    ]
    var links = pages.filter { $0.count > 0 }.map {
      views.link(
        "\(strings["pages.\($0.name)"]) (\($0.count))", Addresses.page($0.slug, of: edition))
    }
    if let corrections = renderer.frame.corrections, !corrections.all.isEmpty {
      links.append(
        views.link(
          "\(strings["pages.corrections"]) (\(corrections.all.count))", corrections.address))
    }
    links.append(
      views.link(strings["pages.document"], Addresses.page("documento", of: edition)))
    return links
  }
}
