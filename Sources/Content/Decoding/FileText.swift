package import Files

/// The fields of a file as YAML, and the text below them where it is Markdown.
package struct FileText {
  package let yaml: Substring
  /// The byte of the file at which the YAML begins.
  package let offset: Int
  /// Nil for a file that is YAML as a whole.
  package let body: Substring?

  /// Nil for Markdown without its two lines of hyphens.
  package init?(_ text: Folder.Text) {
    let start = text.text.utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard Path.ending(of: text.path) == "md" else {
      (yaml, offset, body) = (Substring(text.text.utf8.dropFirst(start)), start, nil)
      return
    }
    guard let parts = try? FrontMatter(text.text, from: start) else { return nil }
    (yaml, offset, body) = (parts.yaml.text, parts.yaml.offset, parts.body.text)
  }
}
