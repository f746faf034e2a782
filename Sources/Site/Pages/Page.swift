import SocialReport
import Theme

/// One page before it is rendered: its template and view, and what its layout says around it.
struct Page {
  let template: String
  let view: View
  let title: String
  /// Relative to the site's root.
  let address: String
  let description: String
  /// The pages above, from the top, without this one.
  var trail: [PageLink] = []
  /// What stands in the breadcrumb for this page, where the title is too long.
  var updated: CalendarDate?
  var office: String?
  var navigation: [UInt8] = []
  var isDraft = false
  var isIndexed = true
}
