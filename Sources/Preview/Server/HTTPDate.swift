import Glibc

/// The moment of an answer as HTTP has it (RFC 9110, 5.6.7): `Sat, 28 Nov 2026 17:41:20 GMT`.
enum HTTPDate {
  static var now: String {
    var (seconds, parts) = unsafe (time(nil), tm())
    unsafe gmtime_r(&seconds, &parts)
    let (day, month) = unsafe (days[Int(parts.tm_wday)], months[Int(parts.tm_mon)])
    let (date, year) = unsafe (two(parts.tm_mday), parts.tm_year + 1900)
    let clock = unsafe [parts.tm_hour, parts.tm_min, parts.tm_sec].map(two)
    return "\(day), \(date) \(month) \(year) \(clock.joined(separator: ":")) GMT"
  }

  private static func two(_ number: Int32) -> String { (number < 10 ? "0" : "") + String(number) }

  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
