import Diagnostics
import Site
import SocialReport

extension DocumentText {
  /// The day that a file of it is of (ISO 8601): the same texts give the same bytes on any day.
  var date: String {
    let date = edition.updatedOn?.value ?? edition.publishedOn?.value ?? edition.period.value.end
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date.year)-\(two(date.month ?? 12))-\(two(date.day ?? 28))"
  }
}
