package import Diagnostics
package import SocialReport

/// A fact that a link names, for comparison with what the link's text says of it.
package enum LinkedFact: Sendable {
  case figure(Indicator, Observation)
  /// The earlier or first named observation, then the other.
  case change(Indicator, from: Observation, to: Observation)
  /// The length of a list, and what it is called.
  case count(Int, of: String)
  case act(LegalAct)
  /// An amount of an achievement.
  case amount(Resource)
}

/// The words of a link, and where the link stands.
package struct LinkText {
  let text: String
  let language: Language
  /// What the words state in numbers.
  let stated: StatedNumbers
  /// It is looked for where something is wrong only.
  private let find: () -> SourceRange

  /// - Parameter beside: what stands before and behind the link in its block, where it counts.
  package init(
    _ text: String, language: String, beside: (before: String, after: String)? = nil,
    at find: @escaping () -> SourceRange
  ) {
    self.text = text
    self.language = Language(rawValue: language) ?? .english
    stated = NumberReader.read(
      text, before: beside?.before ?? "", after: beside?.after ?? "", self.language)
    self.find = find
  }

  var place: SourceRange { find() }

  /// The numbers that the text states, articles aside where there are others.
  var numbers: [StatedNumber] {
    let strong = stated.numbers.filter { !$0.isWeak }
    return strong.isEmpty ? stated.numbers : strong
  }

  /// Whether it counts something in a way that no number of it says: parts, `centinaia`.
  var isUncounted: Bool {
    stated.isVague || stated.proportions.contains { $0.kind != .multiple || numbers.isEmpty }
  }
}

extension TextContext {
  /// What is wrong between a link and the fact that it names.
  package func check(_ fact: LinkedFact, _ text: LinkText) -> [Diagnostic] {
    var maps = SourceMaps(sources)
    return linkRules.flatMap { rule, check in
      check(fact, text).map { rule.diagnostic($0, &maps) }
    }
  }

  /// What stands before and behind a link in its block, as far as a number may need it.
  package func beside(link number: Int, of text: TextReading) -> (before: String, after: String) {
    guard let (block, link) = text.link(number) else { return ("", "") }
    return (
      block.end(before: link.range.lowerBound), block.beginning(behind: link.range.upperBound)
    )
  }

  /// Whether `milioni` or the like stands right behind a link and counts what is in it.
  package func isMultiplied(link number: Int, of text: TextReading) -> Bool {
    guard let (block, link) = text.link(number) else { return false }
    let word = block.beginning(behind: link.range.upperBound).prefix { $0 != "," && $0 != "." }
      .split(whereSeparator: \.isWhitespace).first
    return word.flatMap { MagnitudeWords.power(of: $0.lowercased()) } != nil
  }
}
