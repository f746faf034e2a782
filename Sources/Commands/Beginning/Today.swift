import Glibc
import SocialReport

/// The day that it is on this machine.
enum Today {
  /// The day of it on which something of a year was last looked at: not long after what it is about.
  static func date(for year: Int) -> CalendarDate {
    let today = date
    guard today.year > year + 1 else { return today }
    return CalendarDate(year: year + 1, month: 12, day: 31) ?? today
  }

  static var date: CalendarDate {
    var moment = time(nil)
    var parts = unsafe tm()
    unsafe localtime_r(&moment, &parts)
    let (year, month) = unsafe (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1)
    let day = unsafe Int(parts.tm_mday)
    return CalendarDate(year: year, month: month, day: day) ?? .unread
  }
}
