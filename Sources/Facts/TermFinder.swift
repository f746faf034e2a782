package import Checks
import Diagnostics
import SocialReport

/// Finds the terms of a glossary in texts: acronyms as they are written, other words capitals aside.
package struct TermFinder: Sendable {
  /// A word behind some others that terms begin with.
  private struct Step: Hashable, Sendable {
    let beginning: Int
    let word: UInt64
  }

  /// The terms that some words are.
  private struct Names: Sendable {
    var id: String?
    /// By what must stand there letter by letter, for acronyms.
    var exact: [[UInt8]: String] = [:]
  }

  /// Beginnings of terms are numbered, none at all is 0.
  private var steps: [Step: Int] = [:]
  private var names: [Int: Names] = [:]
  private var firstWords = WordFilter()

  /// A term of more words is a sentence, and found nowhere.
  private static let longest = 24

  init(_ terms: [GlossaryTerm]) {
    for term in terms {
      add(term.term.value, term.id.value, isExact: TermFinder.isAcronym(term.term.value))
      if let acronym = term.acronym?.value { add(acronym, term.id.value, isExact: true) }
    }
  }

  private mutating func add(_ text: String, _ id: String, isExact: Bool) {
    let words = Word.hashes(of: text)
    // What is not all letters and digits, as `S.p.A.` and `C++`, is not found word by word.
    guard text.allSatisfy({ $0.isLetter || $0.isNumber || " '’-".contains($0) }),
      let first = words.first, words.count <= TermFinder.longest
    else { return }
    firstWords.insert(first)
    var beginning = 0
    for word in words {
      let step = Step(beginning: beginning, word: word)
      beginning = steps[step] ?? steps.count + 1
      steps[step] = beginning
    }
    // Of two terms with one name the first counts.
    if isExact {
      let letters = Array(text.utf8)
      if names[beginning, default: Names()].exact[letters] == nil {
        names[beginning, default: Names()].exact[letters] = id
      }
    } else if names[beginning]?.id == nil {
      names[beginning, default: Names()].id = id
    }
  }

  /// Capitals inside or throughout: `CAD`, `pagoPA`, `AgID`.
  private static func isAcronym(_ text: String) -> Bool {
    !text.contains(" ") && text.dropFirst().contains(where: \.isUppercase)
  }

  package var isEmpty: Bool { names.isEmpty }

  /// The terms of a block, each with where it stands: `Piano triennale per l'informatica` before `Piano`.
  package func terms(in block: Block) -> [(id: String, range: Range<Int>)] {
    block.words.indices.compactMap { longest(at: $0, in: block) }
  }

  private func longest(at index: Int, in block: Block) -> (id: String, range: Range<Int>)? {
    guard firstWords.mayContain(block.words[index].hash) else { return nil }
    let start = block.words[index].range.lowerBound
    var found: (id: String, range: Range<Int>)?
    var beginning = 0
    for word in block.words[index...] {
      guard let next = steps[Step(beginning: beginning, word: word.hash)] else { break }
      beginning = next
      guard let names = names[next] else { continue }
      let range = start..<word.range.upperBound
      if let id = names.exact.isEmpty ? names.id : names.exact[Array(block.text[range])] ?? names.id
      {
        found = (id, range)
      }
    }
    return found
  }
}
