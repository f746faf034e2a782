import Diagnostics
import Preview
import SocialReport

/// What an office fills in: its fields, page by page, the same in a file and at an address.
struct ContributionForm {
  struct Page {
    let title: String
    /// SHA-256 of the record's file.
    let fingerprint: String
    let items: [FormItem]
    /// Where the page is shown as it is; nil in a file.
    var address: String?
  }

  let invitation: OfficeInvitation
  var pages: [Page]
  /// What was written already, by the names of controls.
  var typed: [String: String] = [:]

  /// The controls, the mark of a contribution first.
  func controls() -> EscapedHTML {
    let parts = pages.enumerated().map { number, page -> EscapedHTML in
      let fields = page.items.map { field($0, number) }
      let link = page.address.map {
        "<p><a href=\"\($0)\" target=\"anteprima\">Guarda la pagina com'è adesso</a></p>"
          as EscapedHTML
      }
      return """
        <section><h2>\(page.title)</h2>\(link)<input type="hidden" name="h.\(number)" value="\(page.fingerprint)">\(fields)</section>
        """
    }
    return """
      <input type="hidden" name="bilancio-contributo" value="1"><input type="hidden" name="codice" value="\(invitation.code)">\(parts)
      """
  }

  private func field(_ item: FormItem, _ number: Int) -> EscapedHTML {
    let name = "f.\(number).\(item.name)"
    let value = typed[name] ?? item.value
    let hint = FieldHint.markup(item, id: name)
    let body: EscapedHTML
    switch item.type {
    case .choice(let words):
      let options = words.map { word -> EscapedHTML in
        "<option value=\"\(word.italian)\"\(word.italian == value ? " selected" : "")>\(FieldControl.words(word.italian))</option>"
      }
      body =
        "<select id=\"\(name)\" name=\"\(name)\" aria-describedby=\"a.\(name)\"><option value=\"\">(scegli)</option>\(options)</select>"
    case .markdown, .list, .text:
      let rows = if case .markdown = item.type { 10 } else { 3 }
      body = """
        <textarea id="\(name)" name="\(name)" rows="\(rows)" aria-describedby="a.\(name)">
        \(value)</textarea>
        """
    default:
      body =
        "<input type=\"text\" id=\"\(name)\" name=\"\(name)\" value=\"\(value)\" aria-describedby=\"a.\(name)\">"
    }
    return
      "<div class=\"campo\"><label for=\"\(name)\">\(item.label.italian)</label>\(hint)\(body)</div>"
  }
}
