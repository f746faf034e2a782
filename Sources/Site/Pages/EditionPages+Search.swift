import Diagnostics
import Facts
import Figures
import Search
import SocialReport
import Theme

extension EditionPages {
  /// The page that an edition is searched on, with its subjects from A to Z, and the letters that have pages of
  /// their own.
  func searchJobs(_ subjects: SubjectIndex) -> [Site.Job] {
    let search = Site.Job([searchAddress]) { page(searchPage(subjects)) }
    guard subjects.isSplit else { return [search] }
    return [search]
      + subjects.letters.map { letter in
        Site.Job([address(of: letter)]) { page(letterPage(letter, subjects)) }
      }
  }

  private var searchAddress: String { Addresses.page(.search, of: edition) }

  private func address(of letter: SubjectIndex.Letter) -> String {
    Addresses.letter(letter.slug, of: edition)
  }

  private func searchPage(_ subjects: SubjectIndex) -> Page {
    let isSplit = subjects.isSplit
    let others = context.indexes.filter { $0.edition.id.value != edition.id.value }
    return list(
      .search,
      [
        "action": .text(context.href(searchAddress)),
        // Relative to the site's root, which the script knows by its own address.
        "entry": .text(searchAddress + SearchFile.entryName),
        "others": .list(
          others.compactMap { other in
            context.searchAddress(of: other.edition).map { views.link(other.edition.name, $0) }
          }),
        "letters": .list(
          subjects.letters.map { letter in
            view(
              letter, url: isSplit ? context.href(address(of: letter)) : "#" + anchor(letter),
              subjects: isSplit ? [] : letter.subjects)
          }),
        "is_split": .flag(isSplit),
      ], [])
  }

  private func letterPage(_ letter: SubjectIndex.Letter, _ subjects: SubjectIndex) -> Page {
    let title = strings.format("pages.letter", ["letter": letter.label])
    return Page(
      kind: .letter,
      view: .record([
        "title": .text(title),
        "letters": .list(
          subjects.letters.map {
            view($0, url: context.href(address(of: $0)), isCurrent: $0.slug == letter.slug)
          }),
        "subjects": .list(letter.subjects.map(view)),
      ]),
      title: title, address: address(of: letter),
      description: strings.format(
        "description.letter", ["letter": letter.label, "edition": views.fullTitle]),
      trail: [home, PageLink(title: strings["pages.search"], address: searchAddress)],
      navigation: navigation.plain)
  }

  private func anchor(_ letter: SubjectIndex.Letter) -> String { "lettera-" + letter.slug }

  private func view(
    _ letter: SubjectIndex.Letter, url: String, isCurrent: Bool = false,
    subjects: [SubjectIndex.Subject] = []
  ) -> View {
    .record([
      "id": .text(anchor(letter)), "label": .text(letter.label), "url": .text(url),
      "current": .flag(isCurrent), "subjects": .list(subjects.map(view)),
    ])
  }

  private func view(_ subject: SubjectIndex.Subject) -> View {
    .record([
      "label": .text(subject.label), "url": .text(context.href(subject.address)),
      "kind": .text(subject.kind),
    ])
  }
}
