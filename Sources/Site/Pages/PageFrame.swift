import Diagnostics
import SocialReport
import Theme

/// What stands around every page of an edition, rendered once.
struct PageFrame: Sendable {
  let header: [UInt8]
  let footer: [UInt8]
  let notice: [UInt8]
  let licence: String
  let licenceURL: String
  let diagnostics: [Diagnostic]

  init(_ context: SiteContext, _ index: EditionIndex?) {
    let site = context.report.site
    let strings = context.strings
    let theme = context.theme
    let entity = site.entity
    func links(_ names: [String], _ urls: [String: Sourced<String>], _ prefix: String) -> [View] {
      names.compactMap { name in
        urls[name].map {
          .record(["label": .text(strings["\(prefix).\(name)"]), "url": .text($0.value)])
        }
      }
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
        "menu": .list(links(["management", "news", "services", "live"], site.menu, "menu")),
      ]))
    let footerNames = ["faq", "report", "privacy", "legal_notes", "accessibility", "transparency"]
    footer = theme.render(
      component: "footer",
      .record([
        "entity": .text(entity.name.value), "address": .text(entity.address?.value),
        "phone": .text(entity.telephone?.value), "email": .text(entity.email?.value),
        "pec": .text(entity.certifiedEmail?.value), "vat": .text(entity.vat?.value),
        "links": .list(links(footerNames, site.footer, "footer")),
        "legal_notes": .text(context.href("note-legali/")),
        "editions": .list(
          context.report.editions.map {
            .record([
              "label": .text($0.title.value), "url": .text(context.href(Addresses.edition($0))),
            ])
          }),
      ]))
    // Pages that belong to no edition show the notice of the newest.
    let index = index ?? context.indexes.first
    var state = PageState(context, index, idPrefix: "avviso-")
    if let text = index?.edition.notice {
      notice = PageTree.render(text, underLevel: 1, &state)
    } else {
      notice = []
    }
    diagnostics = state.diagnostics
    licence = site.licence
    licenceURL = Licences.url(of: site.licence)
  }
}

/// The addresses of the licences that public bodies use (Linee guida open data, AgID).
enum Licences {
  static func url(of name: String) -> String {
    switch name.uppercased() {
    case "CC-BY-4.0": "https://creativecommons.org/licenses/by/4.0/deed.it"
    case "CC-BY-SA-4.0": "https://creativecommons.org/licenses/by-sa/4.0/deed.it"
    case "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/deed.it"
    case "IODL-2.0": "https://www.dati.gov.it/content/italian-open-data-license-v20"
    default: ""
    }
  }
}
