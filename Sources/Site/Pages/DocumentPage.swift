import Diagnostics
import Facts
import Figures
import Hypertext
import Prose
import SocialReport
import Theme

/// The whole edition on one page.
///
/// Its sections are made with the pages they stand on, and put together as they are written, so
/// that it is never in memory whole.
enum DocumentPage {
  static func path(_ edition: Edition) -> String {
    Addresses.file(of: Addresses.page(.document, of: edition))
  }

  static func id(of objective: Objective) -> String { "d-" + objective.id.value }

  static func id(of context: ContextPage) -> String { "d-" + context.id.value }

  static func id(of indicator: Indicator) -> String { "\(figures)-\(indicator.id.value)" }

  static func id(of register: PageKind) -> String { "d-registro-" + register.rawValue }

  static func id(of area: Area) -> String { "d-" + ViewBuilder.anchor(of: area) }

  /// The part that says what the year came to.
  static let face = "d-anno"

  /// The part with all figures.
  static let figures = "d-dati"

  static func id(of achievement: Achievement, _ objective: Objective) -> String {
    "d-\(objective.id.value)-\(achievement.id.value)"
  }
}

extension DocumentPage {
  /// Where each page of an edition stands in its whole document, by the page's address relative to the site's root.
  static func parts(of edition: Edition) -> [String: String] {
    var parts: [String: String] = [:]
    for context in edition.contexts {
      parts[Addresses.page(context.id.value, of: edition)] = id(of: context)
    }
    for objective in edition.objectives {
      parts[Addresses.objective(objective, of: edition)] = id(of: objective)
      for achievement in objective.achievements {
        parts[Addresses.achievement(achievement, of: objective, edition)] = id(
          of: achievement, objective)
      }
    }
    if !edition.indicators.isEmpty {
      parts[Addresses.page(.indicators, of: edition)] = figures
    }
    for indicator in edition.indicators {
      parts[Addresses.indicator(indicator.id.value, of: edition)] = id(of: indicator)
    }
    for register in PageKind.closing(edition) {
      parts[Addresses.page(register, of: edition)] = id(of: register)
    }
    return parts
  }
}

extension EditionPages {
  /// A part of the whole document as a piece of its file.
  func documentPiece(_ section: [UInt8], number: Int) -> Site.File {
    Site.File(path: DocumentPage.path(edition), body: .piece(section, number: number))
  }

  private var documentRendition: Rendition {
    var rendition = context.rendition(at: Addresses.page(.document, of: edition))
    if !documentParts.isEmpty {
      rendition.parts = PageParts(basePath: context.basePath, ids: documentParts)
    }
    return rendition
  }

  /// HTML of the whole document's own.
  func bytes(ofDocument html: HTML) -> [UInt8] {
    documentRendition.bytes(of: html)
  }

  /// A page's content as a section of the whole document, its headings `levels` lower.
  ///
  /// - Parameter isDraft: whether the section says that it is a draft, as its page does.
  func section(_ content: HTML, id: String, levels: Int, isDraft: Bool = false) -> [UInt8] {
    guard context.writes else { return [] }
    var rendition = documentRendition
    rendition.levels = levels
    rendition.idPrefix = id + "-"
    rendition.isEmbedded = true
    var bytes = Array("<section class=\"it-page-section parte\" id=\"\(id)\">\n".utf8)
    if isDraft {
      var mark = HTML()
      mark.append(markup: "<p class=\"fw-semibold\">")
      mark.append(text: strings["page.draft-label"])
      mark.append(markup: "</p>\n")
      rendition.write(mark, to: &bytes)
    }
    rendition.write(content, to: &bytes)
    bytes += "</section>\n".utf8
    return bytes
  }

  /// What stands before and after the parts that are pages too: the introduction and the method.
  var wholeDocumentFrame: Site.Product {
    guard context.writes else { return Site.Product(files: [documentPiece([], number: 0)]) }
    let title = edition.name + " – " + strings["document.title"]
    let head = context.theme.render(
      component: "document",
      .record([
        "title": .text(title),
        "subtitle": .text(edition.subtitle?.value),
        "entity": .text(context.report.site.entity.name.value),
        "period": .text(context.formats.period(edition.period.value)),
        "about": .text(views.about), "approval": views.act(edition.approval),
      ]))
    var content = context.theme.render(
      component: "document-opening",
      .record([
        "contents": .html(contents),
        "introduction": .html(prose(edition.introduction, "presentazione", underLevel: 2)),
      ]))
    content.append(seam: .gap)
    if hasMethod {
      content.append(
        context.theme.render(
          component: "document-method",
          .record([
            "criteria": .html(prose(edition.criteria, "criteri", underLevel: 3)),
            "boundary": .html(prose(edition.boundary, "perimetro", underLevel: 3)),
            "limits": .html(prose(edition.limits, "limiti", underLevel: 3)),
            "changes": .html(prose(edition.changes, "modifiche", underLevel: 3)),
            "assurance": views.assurance,
          ])))
    }
    let page = Page(
      kind: .document, view: .none, title: title,
      address: Addresses.page(.document, of: edition),
      description: strings.format(
        "description.document", ["edition": views.fullTitle]),
      trail: [home], downloads: prints)
    let (first, second) = renderer.frame(page, head: head, around: content).halves
    return Site.Product(files: [
      documentPiece(bytes(ofDocument: first) + face, number: 0),
      documentPiece(bytes(ofDocument: second), number: DocumentOrder(edition).last),
    ])
  }

  /// What the year came to, as the edition's own page has it.
  private var face: [UInt8] {
    guard hasFace else { return [] }
    let glance = context.theme.render(
      component: "at-a-glance", .record(["glance": .record(views.glance())]))
    let part = context.theme.render(
      component: "document-glance", .record(["glance": .html(glance)]))
    return section(part, id: DocumentPage.face, levels: 1)
  }

  private var hasFace: Bool { !edition.objectives.isEmpty }

  /// A text of the edition; what is wrong with it, the edition's own page reports.
  private func prose(_ text: EmbeddedText?, _ name: String, underLevel level: Int) -> HTML {
    guard let text else { return HTML() }
    var state = PageState(context, index, idPrefix: "d-\(name)-")
    return PageWriter.fragment(text, underLevel: level, &state)
  }

  private var contents: HTML {
    let introduction = [item(strings["edition.introduction"], "d-presentazione")]
    let face = hasFace ? [item(strings["edition.face"], DocumentPage.face)] : []
    let contexts = edition.contexts.map {
      item(title($0.title, $0.isDraft), DocumentPage.id(of: $0))
    }
    let areas = AreasBefore(edition)
    let objectives = edition.objectives.enumerated().flatMap { position, objective in
      areas[position].map {
        item(context.title(label($0), isDraft: $0.isDraft), DocumentPage.id(of: $0))
      }
        + [
          item(
            context.title(label(objective), isDraft: objective.isDraft),
            DocumentPage.id(of: objective),
            objective.achievements.map {
              (title($0.title, $0.isDraft), DocumentPage.id(of: $0, objective))
            })
        ]
    }
    let indicators =
      edition.indicators.isEmpty
      ? []
      : [
        item(
          strings["pages.indicators"], DocumentPage.figures,
          edition.indicators.map { (title($0.name, $0.isDraft), DocumentPage.id(of: $0)) })
      ]
    let registers = PageKind.closing(edition).map {
      item(strings["pages.\($0.rawValue)"], DocumentPage.id(of: $0))
    }
    let method = hasMethod ? [item(strings["edition.method"], "d-metodo")] : []
    return (introduction + face + contexts + objectives + indicators + registers + method).joined()
  }

  private func item(_ label: String, _ id: String, _ items: [(label: String, id: String)] = [])
    -> HTML
  {
    context.theme.render(
      component: "document-item",
      .record([
        "label": .text(label), "id": .text(id),
        "items": .list(
          items.map { .record(["label": .text($0.label), "id": .text($0.id)]) }),
      ]))
  }

  private func title(_ title: Sourced<String>, _ isDraft: Bool) -> String {
    context.title(title.value, isDraft: isDraft)
  }

  private func label(_ area: Area) -> String {
    strings.format(
      "edition.area", ["number": area.number.value, "title": area.title.value])
  }

  private func label(_ objective: Objective) -> String {
    strings.format(
      "objective.label", ["number": objective.number.value, "title": objective.title.value])
  }
}
