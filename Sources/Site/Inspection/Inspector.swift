import Checks
import Diagnostics
import Facts
import Figures
import Markdown
import Prose
import Search
import SocialReport
import Theme

/// Tells what stands on each page of a site, from the facts and texts that it is made of.
///
/// Nothing is rendered for it; a page is looked at when somebody asks.
package struct Inspector: Sendable {
  /// The pages in the order in which a reader would go through them.
  package let pages: [InspectedPage]
  private let context: SiteContext
  private let subjects: [String: Subject]

  /// A page's subject with the edition whose facts it names.
  private struct Subject: Sendable {
    let subject: PageSubject
    let index: EditionIndex?
  }

  /// - Parameters:
  ///   - subjects: of each edition, in their order; nil where there is nothing to search on.
  ///   - only: a file of which the pages are wanted; nil for all pages.
  init(_ context: SiteContext, _ subjects: [SubjectIndex?], only: SourceFile.ID?) {
    self.context = context
    let all = PageSubjects(context, subjects, only: only).all
    pages = all.map {
      InspectedPage(
        address: $0.address, title: $0.title, isDraft: $0.isDraft, files: $0.files,
        others: $0.others)
    }
    self.subjects = Dictionary(
      all.map { subject in
        let index = context.indexes.first {
          subject.address.hasPrefix(Addresses.edition($0.edition))
        }
        return (subject.address, Subject(subject: subject, index: index))
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Nil for a page with no texts of its own, and for an address that no page of the site has.
  package func inspection(of address: String) -> Inspection? {
    guard let found = subjects[address] else { return nil }
    // A page that gathers what others say has nothing of its own to look at.
    guard let index = found.index, found.subject.hasOwnTexts else { return nil }
    let references = ProseReferences(found.subject.texts.map(\.text))
    return Inspection(
      figures: figures(of: found.subject, references, index),
      acts: acts(of: found.subject, references, index), texts: texts(of: found.subject))
  }

  // Figures

  private func figures(
    of subject: PageSubject, _ references: ProseReferences, _ index: EditionIndex
  ) -> [Inspection.Figure] {
    let stated = references.figures.flatMap { link in
      switch link {
      case .figure(let id, let period): [figure(id, period, index)].compactMap(\.self)
      case .change(let id, let from, let to):
        [figure(id, from, index), figure(id, to, index)].compactMap(\.self)
      default: [Inspection.Figure]()
      }
    }
    let shown = subject.indicators.compactMap { id in
      index.indicators[id.value].flatMap { indicator in
        indicator.observations.last { $0.value != nil }.map { figure(indicator, $0, index) }
      }
    }
    let series =
      subject.series.map { indicator in
        indicator.observations.map { figure(indicator, $0, index) }
      } ?? []
    let amounts = subject.resources.map { resource in
      Inspection.Figure(
        name: resource.description.value, period: resource.year.map { String($0.value) } ?? "",
        value: context.formats.euro(resource.amount.value), address: nil,
        source: source(resource.source.value, index), place: resource.amount.place)
    }
    var seen: Set<String> = []
    return (stated + shown + series).filter {
      seen.insert(($0.address ?? "") + " " + $0.period).inserted
    } + amounts
  }

  private func figure(_ id: String, _ period: Period, _ index: EditionIndex) -> Inspection.Figure? {
    guard let indicator = index.indicators[id], let found = indicator.observation(of: period) else {
      return nil
    }
    return figure(indicator, found, index)
  }

  private func figure(
    _ indicator: Indicator, _ observation: Observation, _ index: EditionIndex
  ) -> Inspection.Figure {
    Inspection.Figure(
      name: indicator.name.value, period: context.formats.period(observation.period.value),
      value: observation.value.map { context.formats.figure($0.value, of: indicator) }
        ?? context.strings["chart.missing"],
      address: Addresses.indicator(indicator.id.value, of: index.edition),
      source: source(indicator.source(of: observation).value, index), place: observation.place)
  }

  private func source(_ id: String, _ index: EditionIndex) -> Inspection.Source? {
    if let act = index.acts[id], index.sources[id] == nil {
      return Inspection.Source(
        title: context.formats.act(act),
        address: Addresses.entry(id, in: .acts, of: index.edition),
        canBeOpened: act.url != nil || act.file != nil || Law(act)?.address != nil)
    }
    return index.sources[id].map {
      Inspection.Source(
        title: $0.title.value, address: Addresses.entry(id, in: .sources, of: index.edition),
        canBeOpened: $0.canBeOpened)
    }
  }

  // Acts

  private func acts(
    of subject: PageSubject, _ references: ProseReferences, _ index: EditionIndex
  ) -> [Inspection.Act] {
    var seen: Set<String> = []
    let ids = subject.acts.map(\.value) + references.acts.sorted()
    return ids.filter { seen.insert($0).inserted }.compactMap { index.acts[$0] }.map { act in
      Inspection.Act(
        name: context.formats.act(act), subject: act.subject.value,
        address: Addresses.entry(act.id.value, in: .acts, of: index.edition), place: act.id.place)
    }
  }

  // Readability

  private func texts(of subject: PageSubject) -> [Inspection.Text] {
    subject.texts.compactMap { heading, text in
      guard Complexity.excess(of: text.text) == nil,
        let document = Document(text.text, dialect: .prose)
      else { return nil }
      let sections = Readability.sections(
        of: document.withRoot { ProseReading(text, $0.preorder()).text })
      guard !sections.isEmpty else { return nil }
      return Inspection.Text(heading: context.strings[heading], sections: sections)
    }
  }
}
