import Diagnostics
import SocialReport

/// Where the rules on personal data look: all that is printed, in Markdown or without.
enum PlainTexts {
  typealias Find = @Sendable (Block) -> [(Range<Int>, Phrase)]

  private static let help = Phrase(
    it: "toglilo; se è un dato pubblico dell'ente, ammetti l'eccezione con il motivo",
    en: "take it away; where it is public data of the body, admit the exception with its reason")

  static func check(_ page: PageReading, _ context: TextContext, _ find: Find) -> [Finding] {
    page.headingsAndBlocks.flatMap { text, block -> [Finding] in
      // What is no Markdown is looked at with all of its kind.
      guard !text.isPlain, block.hasDigit || block.signs.contains(UInt8(ascii: "@")) else {
        return []
      }
      return find(block).map { range, message in
        Finding(message, help: help, at: context.place(of: range, in: block, of: text))
      }
    }
      + page.pictures.flatMap { text, block, picture -> [Finding] in
        find(Block(plain: picture.alternative)).map { _, message in
          Finding(
            message, help: help, at: context.place(ofAlternative: picture, in: block, of: text))
        }
      }
      + page.links.flatMap { text, block, link -> [Finding] in
        // Where the words are the address, they were looked at.
        guard ["mailto:", "tel:"].contains(where: link.address.hasPrefix),
          link.range.isEmpty || !holds(link.address[...], block.text[link.range])
        else { return [] }
        return find(Block(plain: link.address)).map { _, message in
          Finding(message, help: help, at: context.place(ofAddress: link, in: block, of: text))
        }
      }
  }

  private static func holds(_ address: Substring, _ words: ArraySlice<UInt8>) -> Bool {
    address.offset(of: Array(words), in: 0..<address.utf8.count) != nil
  }

  static func check(field text: TextReading, _ block: Block, _ find: Find) -> [Finding] {
    guard block.signs.intersects(signs) else { return [] }
    return find(block).map { range, message in
      Finding(message, help: help, in: text.field, range)
    }
  }

  /// Digits or an at sign are in all of them.
  private static let signs: ByteSet = "0123456789@"
}

extension Report {
  /// Every text that is printed without being Markdown; the others are read page by page.
  var plainTexts: [Sourced<String>] { site.plainTexts + editions.flatMap(\.plainTexts) }
}
