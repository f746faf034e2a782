import Markdown
import Office

/// A text as the product's own parser reads it, in the pieces by which two texts are compared.
enum MarkdownReading {
  /// The words of a line, with no mark in them.
  static func plainText(_ markdown: String) -> String {
    Document(markdown[...], dialect: .prose)?.withRoot { root in root.plainText } ?? ""
  }

  /// Words, signs, numbers of items and places of cells, in their order; and the descriptions of pictures.
  static func pieces(_ markdown: String) -> (pieces: [Piece], descriptions: [String]) {
    var walk = Walk()
    Document(markdown[...], dialect: .prose)?.withRoot { walk.take($0) }
    walk.endWords()
    return (walk.pieces, walk.descriptions)
  }

  private struct Walk {
    var pieces: [Piece] = []
    var descriptions: [String] = []
    private var words = ""

    mutating func endWords() {
      pieces += Piece.all(in: words)
      words = ""
    }

    mutating func take(_ node: Node) {
      switch node.kind {
      case .text, .code: words += node.literal
      case .softBreak, .lineBreak: words += " "
      case .image: descriptions.append(node.plainText)
      case .footnoteReference: break
      case .codeBlock, .htmlBlock, .htmlInline:
        endWords()
        words += node.literal
        endWords()
      case .list:
        endWords()
        for (place, item) in node.children.enumerated() {
          if let start = node.listStart { pieces.append(.number(start + place)) }
          for child in item.children { take(child) }
          endWords()
        }
      case .table:
        endWords()
        for (row, line) in node.children.enumerated() {
          for (column, cell) in line.children.enumerated() {
            let before = pieces.count
            for child in cell.children { take(child) }
            endWords()
            if pieces.count > before { pieces.insert(.cell(row, column), at: before) }
          }
        }
      case .paragraph, .heading, .item, .taskItem, .blockQuote, .footnoteDefinition, .thematicBreak:
        endWords()
        for child in node.children { take(child) }
        endWords()
      default: for child in node.children { take(child) }
      }
    }
  }
}

/// What two texts are compared by.
enum Piece: Hashable {
  case word(String)
  case sign(Character)
  /// The number of a list's item.
  case number(Int)
  /// The row and the column of the cell that begins here.
  case cell(Int, Int)

  /// Words and signs, whatever stands between them.
  static func all(in text: String) -> [Piece] {
    let plain = Superscript.flattened(MarkdownLine.clean(text))
    var found: [Piece] = []
    var word = ""
    func end(_ word: inout String) {
      if !word.isEmpty { found.append(.word(word)) }
      word = ""
    }
    for character in plain {
      // The properties of other signs are long to look up.
      if let byte = character.asciiValue {
        let isWord =
          (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
          || (0x61...0x7A).contains(byte)
        if isWord {
          word.append(character)
        } else {
          end(&word)
          if byte > 0x20 { found.append(.sign(character)) }
        }
      } else if character.isLetter || character.isNumber {
        word.append(character)
      } else {
        end(&word)
        if !character.isWhitespace { found.append(.sign(character)) }
      }
    }
    end(&word)
    return found
  }

  var text: String {
    switch self {
    case .word(let word): word
    case .sign(let sign): String(sign)
    case .number(let number): "\(number)."
    case .cell(let row, let column): "[\(row + 1), \(column + 1)]"
    }
  }
}
