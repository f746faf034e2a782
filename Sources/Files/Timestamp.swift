package import Diagnostics
import Glibc

/// A moment in UTC, to the second.
package struct Timestamp: Sendable, Hashable, Comparable {
  /// Since 1970.
  package let seconds: Int

  package init(seconds: Int) {
    // Names and records have years of four digits.
    self.seconds = min(max(seconds, 0), Timestamp.last.seconds)
  }

  private init(exactly seconds: Int) { self.seconds = seconds }

  /// The end of the year 9999.
  package static let last = Timestamp(exactly: 253_402_300_799)

  package static var now: Timestamp { Timestamp(seconds: time(nil)) }

  package static func < (a: Timestamp, b: Timestamp) -> Bool { a.seconds < b.seconds }

  package var next: Timestamp { advanced(by: 1) }

  package func advanced(by seconds: Int) -> Timestamp { Timestamp(seconds: self.seconds + seconds) }

  package func seconds(since other: Timestamp) -> Int { seconds - other.seconds }

  /// As ISO 8601 writes it: `2026-11-21T20:30:00Z`.
  package var text: String { written("%Y-%m-%dT%H:%M:%SZ") }

  /// As one says it, in this machine's time: `28 novembre 2026, ore 2.42`.
  package var spoken: Phrase {
    var moment = time_t(seconds)
    var parts = unsafe tm()
    unsafe localtime_r(&moment, &parts)
    let (year, day) = unsafe (Int(parts.tm_year) + 1900, Int(parts.tm_mday))
    let (hour, minute, month) = unsafe (Int(parts.tm_hour), Int(parts.tm_min), Int(parts.tm_mon))
    let names = Timestamp.months[min(max(month, 0), 11)]
    let minutes = (minute < 10 ? "0" : "") + String(minute)
    return Phrase(
      it: "\(day)\(day == 1 ? "°" : "") \(names.italian) \(year), ore \(hour).\(minutes)",
      en: "\(day) \(names.english) \(year), \(hour):\(minutes)")
  }

  private static let months = [
    Phrase(it: "gennaio", en: "January"), Phrase(it: "febbraio", en: "February"),
    Phrase(it: "marzo", en: "March"), Phrase(it: "aprile", en: "April"),
    Phrase(it: "maggio", en: "May"), Phrase(it: "giugno", en: "June"),
    Phrase(it: "luglio", en: "July"), Phrase(it: "agosto", en: "August"),
    Phrase(it: "settembre", en: "September"), Phrase(it: "ottobre", en: "October"),
    Phrase(it: "novembre", en: "November"), Phrase(it: "dicembre", en: "December"),
  ]

  /// The same without separators, for names of files: `20261121T203000Z`.
  package var name: String { written("%Y%m%dT%H%M%SZ") }

  /// The moment that a name begins with.
  package init?(name: String) {
    guard let found = name.prefixMatch(of: /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/),
      let year = Int32(found.1), let month = Int32(found.2), let day = Int32(found.3),
      let hour = Int32(found.4), let minute = Int32(found.5), let second = Int32(found.6)
    else { return nil }
    var parts = unsafe tm()
    unsafe (parts.tm_year, parts.tm_mon, parts.tm_mday) = (year - 1900, month - 1, day)
    unsafe (parts.tm_hour, parts.tm_min, parts.tm_sec) = (hour, minute, second)
    self.init(seconds: unsafe timegm(&parts))
  }

  /// The moment that its ISO 8601 form states.
  package init?(text: String) { self.init(name: text.filter { $0 != "-" && $0 != ":" }) }

  private func written(_ format: String) -> String {
    var moment = time_t(seconds)
    var parts = unsafe tm()
    unsafe gmtime_r(&moment, &parts)
    var text = [CChar](repeating: 0, count: 32)
    let count = unsafe strftime(&text, text.count, format, &parts)
    return String(decoding: text[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
