/// What a text document says, whatever program wrote it.
package struct OfficeText: Sendable {
  package internal(set) var blocks: [Block] = []
  /// The notes, by the numbers that runs name.
  package internal(set) var notes: [[Block]] = []
  /// What is taken as it is, and somebody should look at.
  package internal(set) var doubts: [Doubt] = []

  /// What somebody should look at is told once.
  mutating func doubt(_ kind: Doubt.Kind, _ words: String) {
    let doubt = Doubt(kind: kind, place: String(words.prefix(60)))
    if !doubts.contains(doubt) { doubts.append(doubt) }
  }

  /// A part of it, with all its notes and no doubts.
  package func part(_ blocks: [Block]) -> OfficeText {
    var part = OfficeText()
    (part.blocks, part.notes) = (blocks, notes)
    return part
  }

  package enum Block: Sendable {
    case paragraph(Paragraph)
    case table(Table)
  }

  package struct Paragraph: Sendable {
    /// Where its texts stand; several where the ends between them are deleted.
    package internal(set) var sources: [Source]
    /// As its program lists it: `Titolo 1`, `Cosa abbiamo fatto`.
    package internal(set) var style = ""
    /// 0 for a title, 1 to 9 for a heading.
    package internal(set) var level: Int?
    package internal(set) var list: ListPlace?
    /// The level of the list whose entry it goes on with; nil for one of its own.
    package internal(set) var continued: Int?
    package internal(set) var runs: [Run] = []

    package var text: String { runs.map(\.plainText).joined() }
    package var isBlank: Bool { runs.allSatisfy(\.isBlank) }
  }

  /// A paragraph of a part.
  package struct Source: Sendable, Hashable {
    let part: Int
    let node: Int
    /// The first node behind it.
    var end = 0

    package static func == (a: Source, b: Source) -> Bool { a.part == b.part && a.node == b.node }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(part)
      hasher.combine(node)
    }
  }

  package struct ListPlace: Sendable, Equatable {
    /// Which list: entries of one go on counting.
    package let list: String
    /// From 0.
    package let level: Int
    /// What stands before it, as its program shows it; empty for a bullet.
    package let label: String
    /// Its number, where the label is a plain one (`3.`, `3)`).
    package let number: Int?
  }

  package struct Look: Sendable, Equatable {
    package var isBold = false
    package var isItalic = false
    package var isStruck = false
    package var isRaised = false
    package var isLowered = false
    package var isHidden = false
    package var isHighlighted = false
    /// An address outside.
    package var address: String?
    /// The name of the control that it was typed into.
    package var field: String?

    package init() {}
  }

  package enum Run: Sendable {
    case text(String, Look)
    case lineBreak
    /// A note's number in `notes`.
    case note(Int)
    case picture(Picture)

    package var plainText: String {
      switch self {
      case .text(let text, _): text
      case .lineBreak: "\n"
      case .note, .picture: ""
      }
    }

    var isBlank: Bool {
      if case .text(let text, _) = self {
        text.allSatisfy(\.isWhitespace)
      } else if case .lineBreak = self {
        true
      } else {
        false
      }
    }
  }

  package struct Picture: Sendable, Equatable {
    /// The part that holds it.
    package let part: String
    /// What somebody wrote for those who do not see it.
    package let description: String
    package let isDecoration: Bool
  }

  package struct Table: Sendable {
    package internal(set) var rows: [[Cell]] = []
  }

  package struct Cell: Sendable {
    package internal(set) var blocks: [Block] = []
    /// How many columns it takes.
    package internal(set) var span = 1
    /// Whether it goes on with the cell above.
    package internal(set) var isContinued = false
  }

  package struct Doubt: Sendable, Equatable {
    package enum Kind: String, Sendable {
      case struckText, highlightedText, mergedCells, innerTable, linkedPicture, textBox, equation,
        innerDocument, typedList
    }
    package let kind: Kind
    /// Words by which the place is found.
    package let place: String
  }
}

extension OfficeText.Table {
  /// Its cells by row and column; nil for a column that a cell before it takes.
  package var grid: [[OfficeText.Cell?]] {
    rows.map { cells in
      cells.flatMap { cell in [cell] + [OfficeText.Cell?](repeating: nil, count: cell.span - 1) }
    }
  }
}
