import Diagnostics
import SocialReport

/// The acronyms that an edition explains outside its pages' texts.
enum KnownAcronyms {
  static func all(of edition: Edition) -> Set<String> {
    // `App IO` and `PON Metro` explain `IO` and `PON` too.
    var found = Set(
      edition.terms.flatMap { term in
        term.term.value.split(separator: " ").map(String.init) + [term.acronym?.value ?? ""]
      })
    let names =
      edition.offices.map(\.name) + edition.plans.flatMap { [$0.title, $0.issuer] }
      + edition.sources.flatMap { [$0.title, $0.organisation] } + edition.acts.map(\.subject)
      + edition.terms.map(\.definition) + edition.areas.map(\.title)
    for name in names { found.formUnion(explained(in: name.value)) }
    return found
  }

  /// `Sportello unico per le attività produttive (SUAP)`, and the initials of the name itself.
  static func explained(in name: String) -> Set<String> {
    let block = Block(
      kind: .paragraph, text: Array(name.utf8), pieces: [], links: [], lines: nil)
    var found = Set(
      block.words.indices.filter {
        block.words[$0].isAllCapitals && AcronymExplanations.explain($0, block)
      }.map { block.string(block.words[$0]) })
    let initials = block.words.filter { !Initials.isSmall($0) && !$0.hasDigit }
      .map { block.string($0).prefix(1) }.joined().uppercased()
    if (3...7).contains(initials.utf8.count) { found.insert(initials) }
    return found
  }
}
