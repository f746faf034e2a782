package import Diagnostics
package import SocialReport

/// What the rules on texts need to know of the report that a page belongs to.
///
/// A class, so that every page shares it: a copy would count a reference to each of its parts.
package final class TextContext: Sendable {
  let edition: Edition
  package let language: String
  let sources: [SourceFile]
  let thresholds: SiteInfo.Thresholds
  /// The acronyms that the edition's glossary and registers explain.
  let knownAcronyms: Set<String>
  let acts: [String: LegalAct]
  private let rules: [(rule: Rule, check: Rule.OnText)]
  let linkRules: [(rule: Rule, check: Rule.OnLink)]

  package init(_ report: Report, _ edition: Edition, sources: [SourceFile]) {
    self.edition = edition
    self.sources = sources
    language = report.site.language
    thresholds = report.site.thresholds
    knownAcronyms = KnownAcronyms.all(of: edition)
    acts = Dictionary(
      edition.acts.map { ($0.id.value, $0) }, uniquingKeysWith: { first, _ in first })
    let off = report.site.offIdentifiers
    let on = Checks.all.filter { !off.contains($0.identifier.rawValue) }
    rules = on.compactMap { rule in rule.onText.map { (rule, $0) } }
    linkRules = on.compactMap { rule in rule.onLink.map { (rule, $0) } }
  }

  /// What the rules find in the texts of a page.
  package func check(_ page: PageReading) -> [Diagnostic] {
    var maps = SourceMaps(sources)
    var found: [Diagnostic] = []
    for (rule, check) in rules {
      for finding in check(page, self) { found.append(rule.diagnostic(finding, &maps)) }
    }
    return found
  }

  package func place(of range: Range<Int>, in block: Block, of text: TextReading) -> SourceRange {
    text.withPlaces(in: sources) { $0.place(of: range, in: block) }
  }

  /// Where the words of a link stand, by its place among all of the field's.
  package func place(ofLink number: Int, of text: TextReading) -> SourceRange {
    guard let (block, link) = text.link(number) else { return text.field.place }
    return link.range.isEmpty
      ? place(ofAddress: link, in: block, of: text) : place(of: link.range, in: block, of: text)
  }

  func place(
    ofAlternative picture: Block.Picture, in block: Block, of text: TextReading
  ) -> SourceRange {
    text.withPlaces(in: sources) { $0.place(ofAlternative: picture, in: block) }
  }

  /// Where a link's address stands.
  func place(ofAddress link: Block.Link, in block: Block, of text: TextReading) -> SourceRange {
    text.withPlaces(in: sources) { $0.place(ofAddress: link, in: block) }
  }

  /// Where a stretch of a field itself stands.
  func place(ofSource range: Range<Int>, of text: TextReading) -> SourceRange {
    text.withPlaces(in: sources) { $0.place(ofSource: range) }
  }

  /// Whether a byte of a block's text is written with a backslash before it, or as an entity.
  func isEscaped(_ offset: Int, in block: Block, of text: TextReading) -> Bool {
    if text.isPlain { return false }
    let written = text.withPlaces(in: sources) { $0.written(offset, in: block) }
    guard let written else { return false }
    return written.byte != block.text[offset] || written.before == UInt8(ascii: "\\")
  }
}
