import Diagnostics
import Preview

/// Why something was not done, where a page begins; the focus goes there.
enum Refusal {
  /// Nil where nothing was refused.
  static func markup(_ heading: String, _ reason: Phrase?) -> EscapedHTML? {
    reason.map { markup(heading, $0.italian) }
  }

  static func markup(_ heading: String, _ reason: String) -> EscapedHTML {
    """
    <section class="sommario" id="problemi" tabindex="-1"><h2>\(heading)</h2><p>\(ProblemList.withCode(reason))</p></section>
    """
  }
}
