import Glibc
import SocialReport

/// The day that it is on this machine.
enum Today {
  static var date: CalendarDate {
    var moment = time(nil)
    var parts = unsafe tm()
    unsafe localtime_r(&moment, &parts)
    let (year, month) = unsafe (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1)
    let day = unsafe Int(parts.tm_mday)
    return CalendarDate(year: year, month: month, day: day) ?? .unread
  }
}
