package import Diagnostics
import Facts
package import SocialReport
import Theme

/// What an edition knows, written as JSON with English names.
///
/// Every document of the site has its facts from here, so a fact looks the same in all of them.
struct OpenData {
  let context: SiteContext
  let index: EditionIndex

  /// Raised when a member is removed or changes its meaning; the names of the schemas hold it.
  static let version = 1

  var edition: Edition { index.edition }

  func url(_ address: String) -> String { context.baseURL + address }

  /// The address of a file that a field names.
  func file(_ name: Sourced<String>?) -> String? {
    context.address(ofFile: name).map(url)
  }

  /// The year of an edition that a field names, and its id where that is another.
  func edition(
    _ name: String?, _ year: String, _ id: String, _ json: inout JSONWriter
  ) {
    guard let name else { return }
    json.member(year, context.report.edition(named: name)?.year.value ?? Int(name))
    json.member(id, Int(name) == nil ? name : nil)
  }

  /// What every document begins with: its form, who speaks, and under which licence.
  func opening(_ schema: String, _ json: inout JSONWriter) {
    let site = context.report.site
    json.member("$schema", url(schema))
    json.member("version", OpenData.version)
    json.member("language", context.strings.language)
    json.member("entity") { json in
      json.object { json in
        json.member("name", site.entity.name.value)
        json.member("ipa_code", site.entity.ipaCode?.value)
        json.member("istat_code", site.entity.istatCode?.value)
      }
    }
    json.member("licence", site.licence)
    json.member("licence_url", Licences.known(site.licence)?.address)
  }
}

extension JSONWriter {
  /// A member that is a list of objects.
  ///
  /// - Parameter onLines: whether each stands on a line of its own.
  package mutating func list<Value>(
    _ name: String, _ values: [Value], onLines: Bool = false,
    _ write: (Value, inout JSONWriter) -> Void
  ) {
    member(name) { json in
      json.array { json in
        for value in values {
          if onLines { json.lineBreak() }
          json.object { write(value, &$0) }
        }
      }
    }
  }

  package mutating func texts(_ name: String, _ values: [Sourced<String>]) {
    texts(name, values.lazy.map(\.value))
  }

  package mutating func texts(_ name: String, _ values: some Sequence<String>) {
    member(name) { json in
      json.array { json in for value in values { json.string(value) } }
    }
  }

  /// A text in Markdown as its author wrote it, without the line breaks at its end.
  package mutating func markdown(_ name: String, _ text: EmbeddedText?) {
    guard let text else { return }
    var body = text.text
    while body.last?.isNewline == true { body = body.dropLast() }
    member(name, String(body))
  }

  package mutating func decimal(_ name: String, _ number: DecimalNumber) {
    member(name) { $0.number(number.plain) }
  }
}
