import Diagnostics
import Facts
import Figures
import Hypertext
import Prose
import SocialReport
import Theme

/// What stands around every page of an edition, rendered once.
struct PageFrame: Sendable {
  let header: HTML
  let footer: HTML
  let notice: HTML
  /// What every page of a place of trial says first.
  let trial: View
  let feedback: FeedbackForm?
  /// Nil for pages that belong to no edition.
  let corrections: Corrections?
  /// The content security policy of the pages.
  let policy: String
  let licence: String
  let licenceURL: String
  let diagnostics: [Diagnostic]

  /// The `data-element` that the criteria of the national model ask for (C.SI.1.6, 2.2–2.4, 3.2–3.4),
  /// by the name of the field; where they ask for none there is none.
  private static let elements = [
    "management": "management", "news": "news", "services": "all-services", "live": "live",
    "faq": "faq", "report": "report-inefficiency", "privacy": "privacy-policy-link",
    "accessibility": "accessibility-link",
  ]

  /// The section of the municipal site that a social report belongs to, among its documents.
  private static let section = "management"

  private static func logo(_ context: SiteContext) -> View {
    guard let logo = context.report.site.entity.logo,
      let path = LocalFile.find(logo.value, of: logo.place, context)?.path,
      let size = context.files.pictureSize(of: path)
    else { return .none }
    return .record([
      "url": .text(context.href(ContentFiles.address(of: path))),
      "width": .text(String(size.width)), "height": .text(String(size.height)),
    ])
  }

  private static func trial(_ context: SiteContext) -> View {
    // By the texts, so that the same ones give the same pages on whatever day.
    let updated = PageSubjects(context).all.compactMap(\.updated).max { $0.lastDay < $1.lastDay }
    return .record([
      "official": .text(context.report.site.baseURL.value),
      "updated": .text(updated.map { context.formats.dated("trial.updated", $0) }),
      "drafts": .flag(context.indexes.contains(where: \.hasDrafts)),
    ])
  }

  init(_ context: SiteContext, _ index: EditionIndex?) {
    let site = context.report.site
    let strings = context.strings
    let theme = context.theme
    let entity = site.entity
    func links(_ addresses: (some Entity)?, _ prefix: String) -> [View] {
      var links: [View] = []
      addresses?.eachStated { field, value in
        guard let url = Sourced<String>(fieldValue: value) else { return }
        let element = PageFrame.elements[field.english] ?? ""
        links.append(
          .record([
            "label": .text(strings["\(prefix).\(field.english)"]), "url": .text(url.value),
            "element": .text(element), "current": .flag(element == PageFrame.section),
          ]))
      }
      return links
    }
    let region: View =
      entity.region.map {
        .record(["label": .text($0.name.value), "url": .text($0.url?.value)])
      } ?? .none
    header = theme.render(
      component: "header",
      .record([
        "entity": .text(entity.name.value), "site_title": .text(strings["site.title"]),
        "home": .text(context.basePath), "region": region,
        "menu": .list(links(site.menu, "menu")),
        // Pages that belong to no edition lead to the newest.
        "search": .text(
          (index ?? context.indexes.first).flatMap { context.searchAddress(of: $0.edition) }
            .map(context.href)),
        "logo": PageFrame.logo(context),
      ]))
    footer = theme.render(
      component: "footer",
      .record([
        "entity": .text(entity.name.value), "address": .text(entity.address?.value),
        "phone": .text(entity.telephone?.value),
        "phone_url": .text(entity.telephone.flatMap { TelephoneNumber.address(of: $0.value) }),
        "email": .text(entity.email?.value),
        "pec": .text(entity.certifiedEmail?.value), "vat": .text(entity.vat?.value),
        "links": .list(links(site.footer, "footer")),
        "legal_notes": .text(context.href(PageKind.legalNotes.ofSite)),
        "map": .text(context.href(PageKind.map.ofSite)),
        "logo": PageFrame.logo(context),
        "editions": .list(
          context.report.editions.map {
            .record([
              "label": .text(context.title($0.name, isDraft: $0.isDraft)),
              "url": .text(context.href(Addresses.edition($0))),
            ])
          }),
      ]))
    trial = context.isTrial ? PageFrame.trial(context) : .none
    feedback = FeedbackForm(context, index)
    policy = SecurityPolicy.text(context)
    corrections = index.map { Corrections($0, context) }
    // Pages that belong to no edition show the notice of the newest, which is read with its own.
    let shown = index ?? context.indexes.first
    var state = PageState(context, shown, idPrefix: "avviso-", part: strings["page.notice"])
    if index != nil { state.startReading() }
    if let text = shown?.edition.notice {
      notice = PageWriter.fragment(text, underLevel: 1, &state)
    } else {
      notice = HTML()
    }
    state.settleReadings()
    diagnostics = state.diagnostics + (corrections?.diagnostics ?? [])
    licence = Licences.label(of: site.licence)
    licenceURL = Licences.url(of: site.licence)
  }
}
