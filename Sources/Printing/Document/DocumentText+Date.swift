import Diagnostics
import Site
import SocialReport

extension DocumentText {
  /// The day that a file of it is of (ISO 8601): the same texts give the same bytes on any day.
  var date: String {
    let date = edition.updatedOn?.value ?? edition.publishedOn?.value ?? edition.period.value.end
    // A year or a month stands for its end, as far as every month has such a day.
    let known = date.iso8601
    return known + "-12-28".dropFirst(known.utf8.count - "2021".utf8.count)
  }
}
