import Diagnostics
import Facts
import Figures
import Hypertext
import OpenData
import Prose
import Search
import SocialReport
import Theme

/// Renders pages into files: the content by its template, then the layout around it.
struct PageRenderer: Sendable {
  let context: SiteContext
  let index: EditionIndex?
  /// Header, footer and notice, which are the same on every page.
  let frame: PageFrame
  /// What is found on pages; nil where nobody searches.
  let search: PageSearch?

  init(context: SiteContext, index: EditionIndex?, frame: PageFrame) {
    (self.context, self.index, self.frame) = (context, index, frame)
    search = index.flatMap { PageSearch(context, $0) }
  }

  /// A finished page: its file, and its content by itself for the whole document.
  struct Result {
    let bytes: [UInt8]
    let head: HTML
    let body: HTML
    let state: PageState
    /// What a search finds on it.
    let documents: [SearchDocument]

    var content: HTML { [head, body].joined() }
  }

  func render(_ page: Page) -> Result {
    var state = PageState(context, index)
    state.explainsTerms = true
    state.gathersPassages = search != nil
    state.startReading(with: page.plainTexts)
    var (head, body) = PageWriter.page(template: page.kind.template, page.view, &state)
    state.read(page.readings)
    state.settleReadings()
    body.append(GlossaryNotes.html(&state))
    // What stands around a page is right or wrong with the theme, and makes no difference to a check, but for
    // the heading that a layout may have.
    let hasHeading = head.hasHeading(ofLevel: 1) || body.hasHeading(ofLevel: 1)
    guard context.writes || !hasHeading else {
      return Result(bytes: [], head: HTML(), body: HTML(), state: state, documents: [])
    }
    let whole = wrapped(page, head: head, body, state)
    let bytes = context.rendition(at: page.address).bytes(of: whole)
    // A fragment gets its heading where it is put in.
    if context.purpose != .fragments, !hasHeading, !whole.hasHeading(ofLevel: 1) {
      state.report(missingHeading(of: page))
    }
    let documents = search?.documents(of: page, state.passages) ?? []
    return Result(bytes: bytes, head: head, body: body, state: state, documents: documents)
  }

  /// Told of the template, in the same words of each of its pages.
  private func missingHeading(of page: Page) -> Diagnostic {
    Diagnostic(
      .missingHeading,
      Phrase(
        it: "le pagine di questo modello non hanno un titolo di primo livello",
        en: "the pages of this template have no heading of the first level"),
      help: Phrase(
        it: "comincialo con la riga `# {{title}}`, come nel tema `comune`",
        en: "begin it with the line `# {{title}}`, as in the theme `comune`"),
      at: context.theme.place(ofPage: page.kind.template), severity: .warning)
  }

  /// The layout around a content that no template made.
  func frame(_ page: Page, head: HTML, around content: HTML) -> HTML {
    wrapped(page, head: head, content, PageState(context, index))
  }

  private func wrapped(_ page: Page, head: HTML, _ content: HTML, _ state: PageState) -> HTML {
    context.purpose == .fragments
      ? [head, content].joined()
      : context.theme.render(component: "layout", layout(page, head, content, state))
  }

  private func layout(_ page: Page, _ head: HTML, _ content: HTML, _ state: PageState) -> View {
    let strings = context.strings
    let contents = page.entries + state.contents
    let entity = context.report.site.entity.name.value
    let description = HeadWords.description(
      page.description, of: page.title,
      in: index.map { ViewBuilder(context, $0).fullTitle }
        ?? strings.format("description.home", ["entity": entity]))
    let home = PageLink(title: strings["site.home"], address: "")
    let trail = page.address.isEmpty ? [] : [home] + page.trail
    let neighbours = neighbours(of: page.address)
    let isDraft = index?.isDraft(page.address) ?? false
    let isIndexed = page.isIndexed && !isDraft
    return .record([
      "language": .text(strings.language),
      "running_title": .text("\(index?.edition.name ?? strings["site.title"]) – \(entity)"),
      "page_title": .text(
        HeadWords.title(
          page.title, edition: index.map { ($0.edition.name, $0.edition.id.value) },
          entity: entity)),
      "title": .text(page.title),
      "description": .text(description), "locale": .text(locale),
      "canonical": .text(context.baseURL + (page.movedTo ?? page.address)),
      "moved_to": .text(page.movedTo.map(context.href)),
      "is_indexed": .flag(isIndexed && !context.isTrial),
      "kind": .text(page.kind.template), "site_title": .text(strings["site.title"]),
      "colour": .text(context.theme.colour), "policy": .text(frame.policy),
      "structured_data": .html(
        HTML(
          bytes: StructuredData(context: context, edition: index?.edition)
            .bytes(of: page, description: description, trail: trail))),
      "header": .html(frame.header),
      "footer": .html(frame.footer),
      "notice": .html(frame.notice), "trial": frame.trial,
      "breadcrumb": .list(
        trail.map { link($0, current: false) }
          + (trail.isEmpty
            ? [] : [link(PageLink(title: page.title, address: page.address), current: true)])),
      "head": .html(head),
      "content": .html(content),
      "feedback": .html(isIndexed ? frame.feedback?.html(for: page, content: content) : nil),
      "downloads": .list(page.downloads.map(view)),
      "document": .text(
        index.map { context.href(Addresses.page(.document, of: $0.edition)) }),
      "contents": .list(
        contents.count < 2
          ? [] : contents.map { .record(["label": .text($0.label), "id": .text($0.id)]) }),
      "navigation": .html(page.navigation),
      "previous": neighbours.previous, "next": neighbours.next,
      "updated": page.updated.map { .text(context.formats.date($0)) } ?? .none,
      "updated_iso": page.updated.map { .text($0.iso8601) } ?? .none,
      "office": .text(page.office),
      "licence": .text(frame.licence),
      "licence_url": .text(frame.licenceURL),
      "draft": .flag(isDraft),
      "corrections": frame.corrections?.views(of: page.address) ?? .list([]),
      "corrections_url": .text(frame.corrections.map { context.href($0.address) }),
      "home": .text(context.basePath),
      "newest": newest(page), "years": .list(years(page)), "shared_picture": sharedPicture,
    ])
  }

  /// What others show where they lead to the page: the picture of its edition, or else of the newest that has one.
  private var sharedPicture: View {
    let editions = index.map { [$0.edition] } ?? context.report.editions
    let shown = editions.filter { context.prints[$0.id.value]?.picture != nil }
      .max { $0.year.value < $1.year.value }
    guard let shown else { return .none }
    let size = EditionPrints.pictureSize
    return .record([
      "url": .text(context.baseURL + Addresses.picture(of: shown)),
      "width": .text(String(size.width)), "height": .text(String(size.height)),
      "description": .text("\(shown.name), \(context.report.site.entity.name.value)"),
    ])
  }

  /// The language with the country whose usage it follows (https://ogp.me): `it_IT`.
  private var locale: String {
    let language = context.strings.language
    return language + "_" + (language == "en" ? "GB" : language.uppercased())
  }

  /// Where readers of an older edition find the newest.
  private func newest(_ page: Page) -> View {
    guard page.kind != .moved, let edition = index?.edition,
      let newest = context.continuity.newest(for: page.address, of: edition)
    else { return .none }
    return .record(
      fields(newest.step).adding("is_same_page", .flag(newest.isSamePage)))
  }

  /// The same page in the edition before and in those after.
  private func years(_ page: Page) -> [View] {
    let known = context.continuity
    return ([known.older(page.address)].compactMap(\.self) + known.newer(page.address))
      .map { .record(fields($0)) }
  }

  private func fields(_ step: Continuity.Step) -> Fields {
    [
      "label": .text(context.title(step.page.title, at: step.page.address)),
      "url": .text(context.href(step.page.address)),
      // An edition's own page is called as it is.
      "edition": .text(
        step.page.address == step.edition.address ? nil : step.edition.title),
    ]
  }

  private func neighbours(of address: String) -> (previous: View, next: View) {
    guard let index, let position = index.positions[address] else { return (.none, .none) }
    let sequence = index.sequence
    func view(_ position: Int) -> View {
      sequence.indices.contains(position) ? self.link(sequence[position]) : .none
    }
    return (view(position - 1), view(position + 1))
  }

  private func view(_ download: Download) -> View {
    let size = download.byteCount.map { ", " + context.formats.size($0) } ?? ""
    return .record([
      "label": .text(download.label), "url": .text(context.href(download.address)),
      "format": .text(download.format.name + size),
      "media_type": .text(download.format.mediaType),
    ])
  }

  func link(_ page: PageLink) -> View {
    .record([
      "label": .text(context.title(page.title, at: page.address)),
      "url": .text(context.href(page.address)),
    ])
  }

  private func link(_ page: PageLink, current: Bool) -> View {
    .record([
      "label": .text(context.title(page.title, at: page.address)),
      "url": .text(context.href(page.address)), "current": .flag(current),
    ])
  }
}
