import Diagnostics
import SocialReport
import Theme

/// The whole edition on one page.
///
/// Its sections are made with the pages they stand on, and put
/// together as they are written, so that it is never in memory whole.
enum DocumentPage {
  static func path(_ edition: Edition) -> String {
    Addresses.file(of: Addresses.page("documento", of: edition))
  }

  static func id(of objective: Objective) -> String { "d-" + objective.id.value }

  static func id(of achievement: Achievement, _ objective: Objective) -> String {
    "d-\(objective.id.value)-\(achievement.id.value)"
  }

  /// A page's content as a section, its headings `levels` lower.
  static func section(_ content: [UInt8], id: String, levels: Int) -> [UInt8] {
    Array("<section class=\"parte\" id=\"\(id)\">\n".utf8)
      + Nesting.nested(content, levels: levels, idPrefix: id + "-") + Array("</section>\n".utf8)
  }
}

extension EditionPages {
  /// What stands before and after the sections.
  var wholeDocumentFrame: Site.Product {
    let mark = Array("<!--[sections]-->".utf8)
    let title = strings["document.title"]
    let contents = edition.objectives.flatMap { objective in
      context.theme.render(
        component: "document-item",
        .record([
          "label": .text(label(objective)),
          "id": .text(DocumentPage.id(of: objective)),
          "items": .list(
            objective.achievements.map {
              .record([
                "label": .text($0.title.value), "id": .text(DocumentPage.id(of: $0, objective)),
              ])
            }),
        ]))
    }
    let head = context.theme.render(
      component: "document",
      .record([
        "title": .text(title + " – " + edition.title.value),
        "subtitle": .text(edition.subtitle?.value),
        "notice": .html(renderer.frame.notice), "contents": .html(contents),
      ]))
    let page = Page(
      template: "", view: .none, title: title,
      address: Addresses.page("documento", of: edition),
      description: strings.format(
        "description.document",
        ["edition": edition.title.value, "entity": context.report.site.entity.name.value]),
      trail: [home])
    let whole = renderer.frame(page, around: mark)
    let split = whole.firstRange(of: mark) ?? whole.endIndex..<whole.endIndex
    let last = ObjectiveSlices(edition).all.count + 1
    let path = DocumentPage.path(edition)
    return Site.Product(files: [
      Site.File(path: path, body: .piece(whole[..<split.lowerBound] + head, number: 0)),
      Site.File(path: path, body: .piece(Array(whole[split.upperBound...]), number: last)),
    ])
  }

  private func label(_ objective: Objective) -> String {
    strings.format(
      "objective.label", ["number": objective.number.value, "title": objective.title.value])
  }

  /// The open data before and after the objectives.
  var dataFrame: Site.Product {
    let last = ObjectiveSlices(edition).all.count + 1
    let path = EditionData.path(edition)
    return Site.Product(files: [
      Site.File(
        path: path, body: .piece(EditionData.head(edition, context.report.site), number: 0)),
      Site.File(path: path, body: .piece(Array("\n]}\n".utf8), number: last)),
    ])
  }
}
