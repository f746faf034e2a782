/// A character that a reader does not see, or not as it was meant.
///
/// Spaces that do not break and marks of emoji and of scripts that need them are none.
package struct HiddenCharacter: Sendable {
  package enum Kind: Hashable, Sendable {
    /// C0 without white space, delete and C1 (Unicode 23.1).
    case control
    /// What turns the direction of the letters around (UAX 9; https://trojansource.codes).
    case direction
    /// A code that will never be a character (Unicode 23.7).
    case noncharacter
    /// A code whose look each font decides by itself (Unicode 23.5).
    case privateUse
    /// An invisible copy of a letter, or a mark of annotations (Unicode 23.8, 23.9).
    case tag
    /// No width, no ink, and no use in this text.
    case invisible
    /// What programs put in place of something they lost.
    case lost

    /// Whether with it a page or a message may say something else than it seems to.
    package var isForbidden: Bool { self != .invisible && self != .lost }
  }

  package let kind: Kind
  package let scalar: Unicode.Scalar
  /// In bytes of the text.
  package let range: Range<Int>

  package init(kind: Kind, scalar: Unicode.Scalar, range: Range<Int>) {
    (self.kind, self.scalar, self.range) = (kind, scalar, range)
  }

  /// `U+200B`.
  package var code: String { HiddenCharacter.code(of: scalar) }

  package static func code(of scalar: Unicode.Scalar) -> String {
    let hex = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - hex.utf8.count)) + hex
  }

  /// What a character is wherever it stands; nil for an ordinary one.
  package static func kind(of scalar: Unicode.Scalar) -> Kind? {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: nil
    case 0x00...0x1F, 0x7F...0x9F: .control
    case 0x202A...0x202E, 0x2066...0x2069: .direction
    case 0xFDD0...0xFDEF: .noncharacter
    case let value where value & 0xFFFE == 0xFFFE: .noncharacter
    case 0xE000...0xF8FF, 0xF0000...0x10FFFF: .privateUse
    case 0xFFF9...0xFFFB, 0xE0000...0xE007F: .tag
    case 0x061C, 0x180E, 0x200B...0x200F, 0x2028, 0x2029, 0x2060...0x2065, 0x206A...0x206F, 0x115F,
      0x1160, 0x3164, 0xFFA0:
      .invisible
    case 0xFFFC, 0xFFFD: .lost
    default: nil
    }
  }

  /// All that a text has, in its order.
  package static func all(in text: Substring) -> [HiddenCharacter] {
    guard mayBeginSomewhere(in: text.utf8.span) else { return [] }
    var found: [HiddenCharacter] = []
    var context = Context()
    var offset = 0
    for scalar in text.unicodeScalars {
      let width = UTF8.width(scalar)
      if let kind = kind(of: scalar), !context.allows(scalar) {
        found.append(
          HiddenCharacter(kind: kind, scalar: scalar, range: offset..<offset + width))
      }
      context.pass(scalar)
      offset += width
    }
    guard context.isRightToLeft else { return found }
    // There these marks do the work that they were made for.
    return found.filter { !Context.directionMarks.contains($0.scalar.value) }
  }

  /// Whether there are bytes of one of them: most texts have none, and are looked at byte by byte only.
  private static func mayBeginSomewhere(in bytes: borrowing Span<UInt8>) -> Bool {
    for at in bytes.indices {
      let byte = bytes[at]
      if byte >= 0x20, byte < 0x7F { continue }
      let next = at + 1 < bytes.count ? bytes[at + 1] : 0
      switch byte {
      case 0x09, 0x0A, 0x0D, 0x80...0xC1, 0xC3...0xD7, 0xD9...0xE0, 0xE4...0xED: continue
      case 0xC2: if next <= 0x9F { return true }
      case 0xE2:
        // Quotes, dashes and the sign of the euro begin with the same byte.
        let third = at + 2 < bytes.count ? bytes[at + 2] : 0
        let isMark =
          next == 0x80 && ((0x8B...0x8F).contains(third) || (0xA8...0xAE).contains(third))
        if isMark || next == 0x81 { return true }
      case 0xF0:
        // Emoji begin with the same bytes; the last two codes of their plane are none.
        let isLast = at + 3 < bytes.count && bytes[at + 2] == 0xBF && bytes[at + 3] >= 0xBE
        if next != 0x9F || isLast { return true }
      default: return true
      }
    }
    return false
  }

  /// What went before in a text, which makes some of them right.
  private struct Context {
    static let directionMarks: Set<UInt32> = [0x061C, 0x200C, 0x200D, 0x200E, 0x200F]
    private var last: UInt32 = 0
    private var isInFlag = false
    private(set) var isRightToLeft = false

    /// Joiners between emoji or letters of scripts that join, and the tags of a flag.
    func allows(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.value {
      case 0x200C, 0x200D: (0x0590...0x1FFF).contains(last) || last > 0x2190
      case 0xE0020...0xE007F: isInFlag
      default: false
      }
    }

    mutating func pass(_ scalar: Unicode.Scalar) {
      last = scalar.value
      switch last {
      case 0x1F3F4: isInFlag = true
      case 0xE0020...0xE007E: break
      default: isInFlag = false
      }
      switch last {
      case 0x0591...0x08FF where last != 0x061C, 0xFB1D...0xFDCF, 0xFE70...0xFEFC:
        isRightToLeft = true
      default: break
      }
    }
  }
}
