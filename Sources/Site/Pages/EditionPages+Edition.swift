import Diagnostics
import Facts
import Figures
import SocialReport
import Theme

extension EditionPages {
  /// The first page of an edition: what was promised and what was done, at a glance.
  var editionPage: Page {
    let formats = context.formats
    let view: Fields = [
      "title": .text(edition.name),
      "subtitle": .text(edition.subtitle?.value),
      "introduction": .prose(edition.introduction),
      "objectives": .list(
        edition.objectives.filter { views.area(of: $0) == nil }.map(views.item)),
      "areas": views.areas,
      "contexts": .list(
        edition.contexts.map {
          views.link($0.title.value, Addresses.page($0.id.value, of: edition))
        }),
      "glance": edition.objectives.isEmpty ? .none : .record(views.glance()),
      "figures": .list(figures),
      "key_figures": .list(keyFigures),
      "entity": .text(context.report.site.entity.name.value),
      "registers": .list(registers),
      "criteria": .prose(edition.criteria),
      "boundary": .prose(edition.boundary),
      "limits": .prose(edition.limits),
      "changes": .prose(edition.changes),
      "has_method": .flag(hasMethod),
      "assurance": views.assurance,
      "period": .text(formats.period(edition.period.value)),
      "report_type": .text(edition.reportType.map { views.word("report-type", $0.value) }),
      // When it came out stands at the foot, unless it was brought up to date since.
      "published": .text(
        edition.updatedOn.flatMap { _ in edition.publishedOn }
          .map { formats.dated("edition.published", $0.value) }),
      "updated": .text(
        edition.updatedOn.map { formats.dated("edition.updated", $0.value) }),
      "about": .text(views.about), "approval": views.act(edition.approval),
    ]
    return Page(
      kind: .edition, view: .record(view), title: edition.name,
      address: Addresses.edition(edition),
      description: edition.subtitle?.value
        ?? strings.format("description.edition", ["edition": views.fullTitle]),
      updated: edition.updatedOn?.value ?? edition.publishedOn?.value, dataset: .edition,
      downloads: prints + downloads, words: edition.areas.map { ("", SearchedWords.of($0)) })
  }

  /// Whether there is anything to say of how the edition was made.
  var hasMethod: Bool {
    [edition.criteria, edition.boundary, edition.limits, edition.changes]
      .contains { $0 != nil } || edition.assurance != nil
  }

  /// How many there are of what, each with the page that says which.
  private var figures: [View] {
    let observations = edition.indicators.flatMap(\.observations)
    let missing = observations.count { $0.value == nil }
    let states = views.statusCounts(of: edition.achievements)
    let first = states.first.map { "#" + Standing.anchor(ofStatus: $0.word) } ?? ""
    let counts: [(name: String, count: Int, page: PageKind, part: String)] = [
      ("objectives", edition.objectives.count, .standing, ""),
      ("achievements", states.reduce(0) { $0 + $1.count }, .standing, first),
      ("indicators", edition.indicators.count, .indicators, ""),
      ("observations", observations.count - missing, .indicators, ""),
      ("missing", missing, .indicators, "#" + Standing.missing),
      ("acts", edition.acts.count, .acts, ""),
      ("sources", edition.sources.count, .sources, ""),
    ]
    return counts.filter { $0.count > 0 }.map { figure in
      .record([
        "label": .text(strings["figures.\(figure.name).\(figure.count == 1 ? "one" : "many")"]),
        "count": .text(String(figure.count)),
        "url": .text(context.href(Addresses.page(figure.page, of: edition) + figure.part)),
      ])
    }
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
    var links =
      edition.objectives.isEmpty
      ? []
      : [
        views.link(strings["pages.standing"], Addresses.page(.standing, of: edition))
      ]
    links += PageKind.registers(of: edition).map {
      views.link(
        "\(strings["pages.\($0.rawValue)"]) (\($0.places(in: edition).count))",
        Addresses.page($0, of: edition))
    }
    if let corrections = renderer.frame.corrections, !corrections.all.isEmpty {
      links.append(
        views.link(
          "\(strings["pages.corrections"]) (\(corrections.all.count))", corrections.address))
    }
    links.append(
      views.link(strings["pages.document"], Addresses.page(.document, of: edition)))
    if let search = context.searchAddress(of: edition) {
      let label = strings["search.index"]
      links.append(views.link(label, search + "#" + ElementIDs.slug(label)))
    }
    return links
  }
}
