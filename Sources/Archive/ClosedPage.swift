import Diagnostics
import Hypertext
import Output
import Site

/// What no page of ours has, and a page that somebody wrote into a copy might.
enum ClosedPage {
  /// - Parameters:
  ///   - base: the address of the site that the copy was made for.
  ///   - files: the paths of the copy.
  /// - Returns: what is wrong in the page; nil where it could be one of ours.
  static func flaw(in page: [UInt8], base: String, files: Set<String>) -> Phrase? {
    var reader = Reader(base: base, files: files)
    for token in HTMLTokens(page) {
      if let flaw = reader.flaw(of: token) { return flaw }
    }
    return reader.hasPolicy ? nil : noPolicy
  }

  private static let noPolicy = Phrase(
    it: "non dice per prima cosa che cosa può caricare (`Content-Security-Policy`)",
    en: "does not say first of all what it may load (`Content-Security-Policy`)")

  private static func has(_ italian: String, _ english: String) -> Phrase {
    Phrase(it: "ha \(italian)", en: "has \(english)")
  }

  private struct Reader {
    let base: String
    let files: Set<String>
    var hasPolicy = false
    private var isInTitle = false

    init(base: String, files: Set<String>) { (self.base, self.files) = (base, files) }

    /// Elements that may stand before the policy.
    private static let beforePolicy: Set<String> = ["html", "head", "meta", "title"]
    /// Elements that load, run or move what the page does not show.
    private static let forbidden: Set<String> = [
      "base", "iframe", "frame", "frameset", "object", "embed", "applet", "portal",
      "noscript", "template", "plaintext", "xmp", "noembed", "noframes", "foreignobject", "animate",
      "set", "fencedframe",
    ]
    /// Attributes with an address that a browser loads automatically or navigates to.
    private static let addresses: Set<String> = [
      "href", "src", "action", "formaction", "xlink:href", "poster", "data", "srcset", "ping",
      "background", "manifest", "cite", "longdesc", "usemap",
    ]
    /// Attributes whose address is loaded without anybody's asking.
    private static let loaded: Set<String> = ["src", "srcset", "poster", "background", "manifest"]

    /// Kinds of `<link>` that only say where something is.
    private static let quietLinks: Set<String> = ["canonical", "prev", "next", "alternate"]

    mutating func flaw(of token: HTMLToken) -> Phrase? {
      switch token {
      case .end: return nil
      case .text(let text):
        let isSilent = hasPolicy || isInTitle || text.allSatisfy { $0 <= 0x20 }
        return isSilent ? nil : ClosedPage.noPolicy
      case .raw(let text):
        // Data in a script: what could end it, or hide its end, is written with escapes.
        return text.contains(UInt8(ascii: "<"))
          ? ClosedPage.has("uno `<script>` con codice", "a `<script>` with code") : nil
      case .start(let tag):
        guard !Reader.forbidden.contains(tag.name) else {
          return ClosedPage.has("un `<\(tag.name)>`", "a `<\(tag.name)>`")
        }
        // What comes before the policy is not bound by it, and in the body it says nothing.
        guard hasPolicy || Reader.beforePolicy.contains(tag.name) else {
          return ClosedPage.noPolicy
        }
        isInTitle = tag.name == "title"
        for attribute in tag.attributes {
          if let flaw = flaw(of: attribute, in: tag) { return flaw }
        }
        return flaw(of: tag)
      }
    }

    private mutating func flaw(of tag: HTMLTag) -> Phrase? {
      switch tag.name {
      case "script":
        if tag["type"] == "application/ld+json", !tag.has("src") { return nil }
        guard let source = tag["src"], isOwn(source, ending: ".js") else {
          return ClosedPage.has(
            "uno `<script>` che non è del tema", "a `<script>` that is not the theme's")
        }
        return nil
      case "link":
        let kinds = Set((tag["rel"] ?? "").lowercased().split { $0.isWhitespace }.map(String.init))
        let address = tag["href"] ?? ""
        if kinds.contains("stylesheet") {
          return isOwn(address, ending: ".css")
            ? nil
            : ClosedPage.has(
              "un foglio di stile che non è del tema", "a style sheet that is not the theme's")
        }
        // Any other may make the browser call there, which no policy keeps it from.
        return kinds.isSubset(of: Reader.quietLinks) ? nil : loadingFlaw(address)
      case "meta": return metaFlaw(tag)
      default: return nil
      }
    }

    private mutating func metaFlaw(_ tag: HTMLTag) -> Phrase? {
      guard let kind = tag["http-equiv"]?.lowercased() else { return nil }
      let content = tag["content"] ?? ""
      switch kind {
      case "content-security-policy" where SecurityPolicy.isOwn(content):
        hasPolicy = true
        return nil
      case "refresh" where isMove(content): return nil
      default:
        return ClosedPage.has(
          "un `<meta http-equiv=\(kind)>` che non è del programma",
          "a `<meta http-equiv=\(kind)>` that is not the program's")
      }
    }

    /// Whether it leads a reader on to another page of the site.
    private func isMove(_ content: String) -> Bool {
      let start = "0; url="
      guard content.hasPrefix(start) else { return false }
      let goal = content.dropFirst(start.count)
      return goal.hasPrefix(base)
        || goal.hasPrefix(path) && !goal.hasPrefix("//") && !goal.hasPrefix("/\\")
    }

    private func flaw(of attribute: HTMLTag.Attribute, in tag: HTMLTag) -> Phrase? {
      if attribute.name.hasPrefix("on") || attribute.name == "srcdoc" {
        return ClosedPage.has(
          "un attributo `\(attribute.name)`", "an attribute `\(attribute.name)`")
      }
      guard Reader.addresses.contains(attribute.name) else { return nil }
      let address = attribute.value
      if Reader.isDisguised(attribute) || Reader.runs(address) {
        return ClosedPage.has(
          "un indirizzo che esegue qualcosa, `\(address)`",
          "an address that runs something, `\(address)`")
      }
      guard Reader.loaded.contains(attribute.name) else { return nil }
      // A list of pictures has an address behind each comma.
      let all =
        attribute.name == "srcset" ? address.split(separator: ",").map(String.init) : [address]
      return all.lazy.compactMap(loadingFlaw).first
    }

    private func loadingFlaw(_ address: String) -> Phrase? {
      guard isElsewhere(address) else { return nil }
      return ClosedPage.has(
        "qualcosa che si carica da altrove, `\(address)`",
        "something that is loaded from elsewhere, `\(address)`")
    }

    /// Whether an address is written in a way in which the program writes none.
    private static func isDisguised(_ attribute: HTMLTag.Attribute) -> Bool {
      if attribute.bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) { return true }
      return String(decoding: attribute.bytes, as: UTF8.self).split(separator: "&").dropFirst()
        .contains { rest in
          !["amp;", "quot;", "#39;", "lt;", "gt;"].contains { rest.hasPrefix($0) }
        }
    }

    /// Whether its scheme may run something: any but those that only lead to a page or a person.
    private static func runs(_ address: String) -> Bool {
      let start = address.drop { $0.isWhitespace }
      guard let colon = start.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
      let scheme = start[..<colon].lowercased()
      guard !scheme.contains(where: { "/?#".contains($0) }) else { return false }
      return !["https", "http", "mailto", "tel"].contains(scheme)
    }

    private func isElsewhere(_ address: String) -> Bool {
      guard !address.hasPrefix(base) else { return false }
      // Browsers take blanks in front away, and a stroke for its mirror image.
      let start = address.drop { $0.isWhitespace }.replacing("\\", with: "/")
      return start.hasPrefix("//") || start.contains(":")
    }

    /// Whether an address is that of one of the theme's files in the copy.
    private func isOwn(_ address: String, ending: String) -> Bool {
      guard address.hasPrefix(path), address.hasSuffix(ending) else { return false }
      return files.contains(String(address.dropFirst(path.count)))
    }

    /// The path of the site on its server.
    private var path: String {
      let path = base.drop { $0 != "/" }.dropFirst(2).drop { $0 != "/" }
      return path.isEmpty ? "/" : String(path)
    }
  }
}
