import Diagnostics
import SocialReport

/// Every text that reaches a page without being Markdown, for the rules on personal data.
enum PlainTexts {
  typealias Find = @Sendable (Block) -> [(Range<Int>, Phrase)]

  private static let help = Phrase(
    it: "toglilo; se è un dato pubblico dell'ente, ammetti l'eccezione con il motivo",
    en: "take it away; where it is public data of the body, admit the exception with its reason")

  static func check(_ page: PageReading, _ context: TextContext, _ find: Find) -> [Finding] {
    page.headingsAndBlocks.flatMap { text, block -> [Finding] in
      guard block.hasDigit || block.text.contains(UInt8(ascii: "@")) else { return [] }
      return find(block).map { range, message in
        Finding(message, help: help, at: context.place(of: range, in: block, of: text))
      }
    }
      + page.links.flatMap { text, block, link -> [Finding] in
        // Where the words are the address, they were looked at.
        guard ["mailto:", "tel:"].contains(where: link.address.hasPrefix),
          link.range.isEmpty || !link.address.contains(block.string(link.range))
        else { return [] }
        let address = Block(
          kind: .paragraph, text: Array(link.address.utf8), pieces: [], links: [], lines: nil)
        return find(address).map { _, message in
          Finding(message, help: help, at: context.place(ofAddress: link, in: block, of: text))
        }
      }
  }

  static func check(_ report: Report, _ find: Find) -> [Finding] {
    report.editions.flatMap(\.plainTexts).flatMap { text -> [Finding] in
      // Digits or an at sign are in all of them.
      guard text.value.utf8.contains(where: { Alphabet.isDigit($0) || $0 == UInt8(ascii: "@") })
      else { return [] }
      let reading = TextReading(plain: text)
      return reading.blocks.flatMap { find($0) }.map { _, message in
        Finding(message, help: help, at: text.place)
      }
    }
  }
}

extension Edition {
  var plainTexts: [Sourced<String>] {
    var texts: [Sourced<String>?] = [title, subtitle]
    for objective in objectives { texts += [objective.title, objective.expectedResult] }
    for achievement in achievements {
      texts.append(achievement.title)
      texts += achievement.actions.map(\.title)
      texts += achievement.milestones.map(\.subject)
      texts += achievement.resources.map(\.description)
      texts += achievement.attachments.flatMap { [$0.title, $0.note] }
    }
    for indicator in indicators {
      texts += [indicator.name, indicator.chart?.title, indicator.chart?.description]
      texts += indicator.observations.flatMap { [$0.note, $0.missingReason] }
      texts += indicator.breaks.map(\.reason)
    }
    texts += acts.map(\.subject) + sources.flatMap { [$0.title, $0.organisation] }
    texts += terms.flatMap { [$0.term, $0.definition] } + offices.map(\.name)
    texts += plans.flatMap { [$0.title, $0.issuer] + $0.chapters } + contexts.map(\.title)
    return texts.compactMap(\.self)
  }
}
