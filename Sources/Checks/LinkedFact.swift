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
}

/// The words of a link, and where the link stands.
package struct LinkText {
  let text: String
  let language: Language
  /// It is looked for where something is wrong only.
  private let find: () -> SourceRange

  package init(_ text: String, language: String, at find: @escaping () -> SourceRange) {
    self.text = text
    self.language = Language(rawValue: language) ?? .english
    self.find = find
  }

  var place: SourceRange { find() }

  /// The numbers that the text states, articles aside where there are others.
  var numbers: [StatedNumber] {
    let all = NumberReader.numbers(in: text, language)
    let strong = all.filter { !$0.isWeak }
    return strong.isEmpty ? all : strong
  }
}

extension TextContext {
  /// What is wrong between a link and the fact that it names.
  package func check(_ fact: LinkedFact, _ text: LinkText) -> [Diagnostic] {
    linkRules.flatMap { rule, check in check(fact, text).map { rule.diagnostic($0) } }
  }
}
