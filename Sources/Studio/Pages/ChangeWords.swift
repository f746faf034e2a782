import Desk
import Diagnostics
import SocialReport

/// A line of the journal as people say it: ` di oggi, 10:12 (Anna Riva, In breve)`.
enum ChangeWords {
  static func of(_ line: Journal.Line, _ record: DeskRecord) -> String {
    let fields = fields(line.field, record)
    let author = line.author.isEmpty ? "" : "\(line.author), "
    return "\(SpokenTime.of(line.time)) (\(author)\(fields.isEmpty ? line.kind : fields))"
  }

  /// The fields that the journal names, as forms name them.
  private static func fields(_ text: String, _ record: DeskRecord) -> String {
    var labels: [String] = []
    for part in text.split(separator: ",") {
      let name = part.drop(while: \.isWhitespace)
      let first = name.prefix { $0 != "." }
      let field = record.kind.table.fields.first { $0.italian == first }
      let label = field?.label.italian ?? String(name)
      if !labels.contains(label) { labels.append(label) }
    }
    return labels.joined(separator: ", ")
  }
}
