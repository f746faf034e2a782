import Glibc

/// A moment in UTC, to the second.
package struct Timestamp: Sendable, Comparable {
  /// Since 1970.
  private let seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  package static var now: Timestamp { Timestamp(seconds: time(nil)) }

  package static func < (a: Timestamp, b: Timestamp) -> Bool { a.seconds < b.seconds }

  var next: Timestamp { Timestamp(seconds: seconds + 1) }

  /// As ISO 8601 writes it: `2026-11-21T20:30:00Z`.
  package var text: String { written("%Y-%m-%dT%H:%M:%SZ") }

  /// The same without separators, for names of files: `20261121T203000Z`.
  var name: String { written("%Y%m%dT%H%M%SZ") }

  /// The moment that a name begins with.
  init?(name: String) {
    guard let found = name.prefixMatch(of: /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/),
      let year = Int32(found.1), let month = Int32(found.2), let day = Int32(found.3),
      let hour = Int32(found.4), let minute = Int32(found.5), let second = Int32(found.6)
    else { return nil }
    var parts = unsafe tm()
    unsafe (parts.tm_year, parts.tm_mon, parts.tm_mday) = (year - 1900, month - 1, day)
    unsafe (parts.tm_hour, parts.tm_min, parts.tm_sec) = (hour, minute, second)
    seconds = unsafe timegm(&parts)
  }

  private func written(_ format: String) -> String {
    var moment = time_t(seconds)
    var parts = unsafe tm()
    unsafe gmtime_r(&moment, &parts)
    var text = [CChar](repeating: 0, count: 32)
    let count = unsafe strftime(&text, text.count, format, &parts)
    return String(decoding: text[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
