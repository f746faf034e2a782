import Content
import YAMLTree

extension YAMLFile {
  /// The file with other texts at several places, proven together.
  package func setting(_ values: [FieldPath: String]) throws(WritingRefusal) -> [UInt8] {
    var edits: [TextEdit] = []
    for (path, value) in values {
      let found = try find(path)
      guard case .scalar(let scalar) = found.node else { throw .notText(path.text) }
      let setting = Setting(found: found, scalar: scalar, isMarkdown: false)
      if let edit = edit(setting, to: value) { edits.append(edit) }
    }
    guard let joint = joint(edits) else { return bytes }
    return try Proof.show(
      self, joint, isMarkdown: isMarkdown, wanted: Shape(root).changed(values))
  }

  /// A Markdown file whose text is changed where it stands, line by line as it is.
  package func changingBody(_ change: (String) -> String) throws(WritingRefusal) -> [UInt8] {
    guard isMarkdown, let text = String(validating: bytes, as: UTF8.self),
      let body = try? FrontMatter(text, from: lines.first).body
    else { return bytes }
    let old = String(body.text)
    let new = change(old)
    guard new != old else { return bytes }
    let edited = Array(bytes[..<body.offset]) + Array(new.utf8)
    guard let read = try? YAMLFile(edited, isMarkdown: true), read.region == region else {
      throw .touchesMore
    }
    return edited
  }

  /// One edit that does what all of them do; nil for none.
  private func joint(_ edits: [TextEdit]) -> TextEdit? {
    let edits = edits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    guard let first = edits.first, let last = edits.last else { return nil }
    var replacement: [UInt8] = []
    var at = first.range.lowerBound
    for edit in edits where edit.range.lowerBound >= at {
      replacement += bytes[at..<edit.range.lowerBound]
      replacement += edit.replacement
      at = edit.range.upperBound
    }
    return TextEdit(first.range.lowerBound..<max(at, last.range.upperBound), replacement)
  }
}

extension Shape {
  /// The same with other texts at some places.
  fileprivate func changed(_ values: [FieldPath: String], at path: FieldPath = FieldPath([]))
    -> Shape
  {
    switch self {
    case .text: values[path].map { .text($0, nil) } ?? self
    case .list(let shapes):
      .list(
        shapes.enumerated().map { $1.changed(values, at: path.appending(.entry($0))) })
    case .fields(let fields):
      .fields(
        fields.map { ($0.key, $0.value.changed(values, at: path.appending(.field($0.key)))) })
    }
  }
}
