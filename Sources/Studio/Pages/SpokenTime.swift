import Desk
import Files
import Glibc

/// A moment as one says it here: ` di oggi, 17:42`.
enum SpokenTime {
  /// Empty for what is no moment.
  static func of(_ text: String, now: Timestamp = .now) -> String {
    guard let moment = Timestamp(text: text) else { return "" }
    let (then, today) = (parts(moment), parts(now))
    let minutes = (then.minute < 10 ? "0" : "") + String(then.minute)
    let clock = "\(then.hour):\(minutes)"
    if then.date == today.date { return " di oggi, \(clock)" }
    if parts(Timestamp(seconds: now.seconds - 86_400)).date == then.date {
      return " di ieri, \(clock)"
    }
    return " del \(then.date), \(clock)"
  }

  private static func parts(_ moment: Timestamp) -> (date: String, hour: Int, minute: Int) {
    var seconds = time_t(moment.seconds)
    var parts = unsafe tm()
    unsafe localtime_r(&seconds, &parts)
    let (day, month, year) = unsafe (parts.tm_mday, parts.tm_mon + 1, parts.tm_year + 1900)
    return unsafe ("\(day)/\(month)/\(year)", Int(parts.tm_hour), Int(parts.tm_min))
  }
}
