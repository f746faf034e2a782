import Glibc

/// A second of the world's time.
package struct Moment: Sendable, Equatable {
  /// Since 1970, in UTC.
  package let seconds: Int

  package init(seconds: Int) { self.seconds = seconds }

  package static var now: Moment { Moment(seconds: time(nil)) }

  /// As ISO 8601 writes it: `2026-11-21T20:30:00Z`.
  package var text: String {
    var moment = time_t(seconds)
    var parts = unsafe tm()
    unsafe gmtime_r(&moment, &parts)
    func padded(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }
    let date = unsafe "\(parts.tm_year + 1900)-\(padded(parts.tm_mon + 1))-\(padded(parts.tm_mday))"
    return unsafe date
      + "T\(padded(parts.tm_hour)):\(padded(parts.tm_min)):\(padded(parts.tm_sec))Z"
  }

  package init?(_ text: String) {
    let numbers = text.split { !("0"..."9").contains($0) }.compactMap { Int32($0) }
    guard numbers.count == 6, numbers[0] > 1969, numbers[0] < 10_000 else { return nil }
    var parts = unsafe tm()
    unsafe (parts.tm_year, parts.tm_mon, parts.tm_mday) = (
      numbers[0] - 1900, numbers[1] - 1, numbers[2]
    )
    unsafe (parts.tm_hour, parts.tm_min, parts.tm_sec) = (numbers[3], numbers[4], numbers[5])
    seconds = unsafe timegm(&parts)
  }
}
