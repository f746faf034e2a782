import Checks
import Diagnostics
import Facts
import Figures
import Hypertext
import OpenData
import Prose
import SocialReport
import Theme

/// Renders a slice: its pages, its part of the whole document and its part of the open data.
struct ObjectiveJob {
  let pages: EditionPages
  let slice: ObjectiveSlice
  /// The place of the slice among all, from 0.
  let number: Int
  let order: DocumentOrder

  private var objective: Objective { slice.objective }
  private var edition: Edition { pages.edition }

  /// The pages it makes.
  var addresses: [String] {
    let own = slice.isFirst ? [Addresses.objective(objective, of: edition)] : []
    return own
      + objective.achievements[slice.range].map {
        Addresses.achievement($0, of: objective, edition)
      }
  }

  /// - Parameter wanted: the address of the only page that is wanted; nil for all that there is to make.
  func run(for wanted: String? = nil) -> Site.Product {
    var product = Site.Product()
    var section: [UInt8] = []
    let isWhole = wanted == nil
    let facts =
      isWhole && pages.context.writes ? EditionData(pages.context, pages.index) : nil
    var data = facts?.opening(slice) ?? []
    let navigation = ObjectiveNavigation(pages, slice)
    if slice.isFirst, isWhole || wanted == addresses.first {
      let page = objectivePage(navigation)
      let result = pages.renderer.render(page)
      product.add(page, result, pages.renderer.search)
      guard isWhole else { return product }
      section =
        areas
        + pages.section(
          result.content, id: DocumentPage.id(of: objective), levels: 1, isDraft: objective.isDraft)
    }
    var premise = HTML()
    if !slice.range.isEmpty {
      // The objective's page has reported what is wrong with it.
      var state = PageState(
        pages.context, pages.index, idPrefix: "premessa-", part: pages.strings["objective.premise"])
      premise = PageWriter.fragment(objective.premise.text, underLevel: 1, &state)
    }
    for position in slice.range {
      let achievement = objective.achievements[position]
      if let wanted, wanted != Addresses.achievement(achievement, of: objective, edition) {
        continue
      }
      let page = self.page(achievement, at: position, premise, navigation, &product)
      let result = pages.renderer.render(page)
      product.add(page, result, pages.renderer.search)
      guard isWhole else { return product }
      section += pages.section(
        result.content, id: DocumentPage.id(of: achievement, objective), levels: 2,
        isDraft: achievement.isDraft)
      data +=
        facts?.achievement(achievement, isFirst: position == 0, address: page.address) ?? []
    }
    data += facts?.closing(slice) ?? []
    product.files.append(
      pages.documentPiece(section, number: order.number(ofSlice: number)))
    product.files.append(pages.dataPiece(data, number: order.dataNumber(ofSlice: number)))
    return product
  }

  /// The beginnings of the areas that begin with the objective.
  private var areas: [UInt8] {
    guard pages.context.writes else { return [] }
    let areas = AreasBefore(edition)[slice.position].map { area in
      pages.context.theme.render(
        component: "document-area", pages.views.view(area, id: DocumentPage.id(of: area)))
    }
    return pages.bytes(ofDocument: areas.joined())
  }

  /// The pages above those of the objective: the edition, and the area on it.
  private var above: [PageLink] {
    [pages.home] + [pages.views.area(of: objective)].compactMap { $0.map(pages.views.page) }
  }

  private func objectivePage(_ navigation: ObjectiveNavigation) -> Page {
    Page(
      kind: .objective, view: pages.views.view(objective), title: objective.title.value,
      address: Addresses.objective(objective, of: edition),
      description: objective.expectedResult?.value ?? objective.title.value, trail: above,
      updated: objective.updatedOn.value,
      office: objective.owner.flatMap { pages.index.offices[$0.value]?.name.value },
      navigation: navigation.html(at: nil), downloads: pages.prints(of: objective),
      plainTexts: [objective.expectedResult].compactMap(\.self),
      words: objective.beneficiaries.map { ("", $0.value) })
  }

  /// What components show of an achievement, below their headings.
  private func words(
    of achievement: Achievement, actions: [String]
  ) -> [(heading: String, text: String)] {
    let strings = pages.strings
    return achievement.beneficiaries.map { ("", $0.value) }
      + actions.map { (strings["achievement.actions"], $0) }
      + achievement.milestones.map { (strings["achievement.milestones"], SearchedWords.of($0)) }
      + achievement.resources.map {
        (
          strings["achievement.resources"],
          [SearchedWords.of($0), pages.context.formats.euro($0.amount.value)]
            .joined(separator: " · ")
        )
      }
      + achievement.attachments.map { (strings["achievement.attachments"], SearchedWords.of($0)) }
  }

  private func page(
    _ achievement: Achievement, at position: Int, _ premise: HTML,
    _ navigation: ObjectiveNavigation, _ product: inout Site.Product
  ) -> Page {
    var readings: [TextReading] = []
    var words: [String] = []
    let issues = achievement.actions.map { action -> HTML in
      words.append(SearchedWords.of(action))
      guard let issue = action.issue else { return HTML() }
      var state = PageState(
        pages.context, pages.index, idPrefix: "azione-", part: action.title.value)
      state.gathersPassages = pages.renderer.search != nil
      state.startReading()
      let html = PageWriter.fragment(issue, underLevel: 3, &state)
      product.diagnostics += state.diagnostics
      product.usedFiles.formUnion(state.usedFiles)
      readings += state.readings ?? []
      words += state.passages.flatMap(\.texts)
      return html
    }
    return Page(
      kind: .achievement,
      view: pages.views.view(achievement, of: objective, premise: premise, issues: issues),
      title: achievement.title.value,
      address: Addresses.achievement(achievement, of: objective, edition),
      description: achievement.summary.value,
      trail: above + [
        PageLink(
          title: objective.title.value, address: Addresses.objective(objective, of: edition))
      ],
      updated: achievement.updatedOn.value,
      office: pages.index.offices[achievement.office.value]?.name.value,
      navigation: navigation.html(at: position), plainTexts: [achievement.summary],
      readings: readings, words: self.words(of: achievement, actions: words))
  }
}
