/// What ends a line for YAML 1.1: LF, CR LF, CR, and the breaks NEL, LS and PS of Unicode.
package enum LineBreak {
  /// Its bytes at a place; 0 where there is none.
  package static func length(at place: Int, in bytes: borrowing Span<UInt8>) -> Int {
    guard place < bytes.count else { return 0 }
    let next = place + 1 < bytes.count ? bytes[place + 1] : 0
    switch bytes[place] {
    case 0x0A: return 1
    case 0x0D: return next == 0x0A ? 2 : 1
    case 0xC2: return next == 0x85 ? 2 : 0
    case 0xE2:
      let last = place + 2 < bytes.count ? bytes[place + 2] : 0
      return next == 0x80 && last & 0xFE == 0xA8 ? 3 : 0
    default: return 0
    }
  }
}
