import Diagnostics
import SocialReport

/// What the rules on codes have in common.
enum Code {
  /// Whether a code has a form: `0` stands for a digit, `A` for a capital, `F` for a digit of sixteen,
  /// `X` for a digit or a capital, any other letter for itself.
  static func matches(_ code: String, _ form: String) -> Bool {
    let bytes = Array(code.utf8)
    guard bytes.count == form.utf8.count else { return false }
    return zip(bytes, form.utf8).allSatisfy { byte, wanted in
      let isDigit = (0x30...0x39).contains(byte)
      return switch wanted {
      case UInt8(ascii: "0"): isDigit
      case UInt8(ascii: "A"): (0x41...0x5A).contains(byte)
      case UInt8(ascii: "F"): isDigit || (0x41...0x46).contains(byte)
      case UInt8(ascii: "X"): isDigit || (0x41...0x5A).contains(byte)
      default: byte == wanted
      }
    }
  }

  static func check(
    _ report: Report, _ field: (Resource) -> [Sourced<String>], _ example: String,
    _ isRight: (String) -> Bool
  ) -> [Finding] {
    report.editions.flatMap(\.achievements).flatMap(\.resources).flatMap(field).filter {
      !isRight($0.value)
    }.map {
      Finding(
        Phrase(
          it: "`\($0.value)` non ha la forma di questo codice",
          en: "`\($0.value)` has not the form of this code"),
        help: Phrase(it: "è come `\(example)`", en: "it is as `\(example)`"), at: $0.place)
    }
  }
}
