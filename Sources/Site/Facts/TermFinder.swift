import Checks
import Diagnostics
import SocialReport

/// Finds the terms of a glossary in texts: acronyms as they are written, other words capitals aside.
struct TermFinder: Sendable {
  private struct Name: Sendable {
    let words: [UInt64]
    let id: String
    /// What must stand there letter by letter, for an acronym.
    let exact: [UInt8]?
  }

  private var names: [UInt64: [Name]] = [:]
  private var firstWords = WordFilter()

  init(_ terms: [GlossaryTerm]) {
    for term in terms {
      add(term.term.value, term.id.value, isExact: TermFinder.isAcronym(term.term.value))
      if let acronym = term.acronym?.value { add(acronym, term.id.value, isExact: true) }
    }
    // `Piano triennale per l'informatica` before `Piano`.
    for key in names.keys { names[key]?.sort { $0.words.count > $1.words.count } }
  }

  private mutating func add(_ text: String, _ id: String, isExact: Bool) {
    let words = Word.hashes(of: text)
    // What is not all letters and digits, as `S.p.A.` and `C++`, is not found word by word.
    guard text.allSatisfy({ $0.isLetter || $0.isNumber || " '’-".contains($0) }) else { return }
    guard let first = words.first else { return }
    firstWords.insert(first)
    names[first, default: []].append(
      Name(words: words, id: id, exact: isExact ? Array(text.utf8) : nil))
  }

  /// Capitals inside or throughout: `CAD`, `pagoPA`, `AgID`.
  private static func isAcronym(_ text: String) -> Bool {
    !text.contains(" ") && text.dropFirst().contains(where: \.isUppercase)
  }

  var isEmpty: Bool { names.isEmpty }

  /// The terms of a block, each with where it stands.
  func terms(in block: Block) -> [(id: String, range: Range<Int>)] {
    var found: [(id: String, range: Range<Int>)] = []
    for (index, word) in block.words.enumerated() {
      guard firstWords.mayContain(word.hash), let candidates = names[word.hash] else { continue }
      for name in candidates where index + name.words.count <= block.words.count {
        guard zip(name.words, block.words[index...]).allSatisfy({ $0 == $1.hash }) else { continue }
        let range =
          word.range.lowerBound..<block.words[index + name.words.count - 1].range.upperBound
        if let exact = name.exact, !block.text[range].elementsEqual(exact) { continue }
        found.append((name.id, range))
        break
      }
    }
    return found
  }
}
