import Diagnostics
package import Facts
package import SocialReport

/// `edizione.json`: the facts of an edition for other programs, written piece by piece.
///
/// The long texts stand on the pages; here are the facts, with the address of the page of each.
package struct EditionData {
  private let data: OpenData

  package init(_ context: SiteContext, _ index: EditionIndex) {
    data = OpenData(context: context, index: index)
  }

  /// Everything before the objectives, which are written one by one.
  package var head: [UInt8] {
    let edition = data.edition
    var writer = JSONWriter()
    writer.object { json in
      data.opening(Addresses.editionSchema, &json)
      json.lineBreak()
      write(edition, &json)
      list("areas", edition.areas, &json, data.write(fields:_:))
      list("contexts", edition.contexts, &json, data.write)
      list("acts", edition.acts, &json, data.write)
      list("sources", edition.sources, &json, data.write)
      list("offices", edition.offices, &json, data.write(fields:_:))
      list("glossary", edition.terms, &json, data.write(fields:_:))
      list("plans", edition.plans, &json, data.write(fields:_:))
      let corrections = Corrections(data.index, data.context).all
      if !corrections.isEmpty { list("corrections", corrections, &json, data.write) }
    }
    // The object stays open for the objectives.
    return writer.bytes.dropLast() + Array(",\n\"objectives\":[".utf8)
  }

  /// What stands between the objectives and the indicators.
  package static let middle = Array("],\n\"indicators\":[".utf8)

  package static let end = Array("]}\n".utf8)

  private func list<Value>(
    _ name: String, _ values: [Value], _ json: inout JSONWriter,
    _ write: (Value, inout JSONWriter) -> Void
  ) {
    json.lineBreak()
    json.list(name, values, onLines: true, write)
  }

  private func write(_ edition: Edition, _ json: inout JSONWriter) {
    let isNamedByYear = edition.id.value == String(edition.year.value)
    json.member("id", isNamedByYear ? nil : edition.id.value)
    data.write(fields: edition, &json)
    json.member("url", data.url(Addresses.edition(edition)))
    let before = edition.previous?.value ?? data.context.report.previous(of: edition)?.id.value
    data.edition(before, "previous", "previous_id", &json)
    json.member("method") { json in
      json.object { json in
        if let method = edition.method { data.write(fields: method, &json) }
      }
    }
  }

  // Objectives, slice by slice

  package func opening(_ slice: ObjectiveSlice) -> [UInt8] {
    guard slice.isFirst else { return [] }
    var writer = JSONWriter()
    writer.object { data.write(slice.objective, &$0) }
    return Array((slice.isFirstObjective ? "\n" : ",\n").utf8) + writer.bytes.dropLast()
      + Array(",\"achievements\":[".utf8)
  }

  package func closing(_ slice: ObjectiveSlice) -> [UInt8] { slice.isLast ? Array("]}".utf8) : [] }

  package func achievement(_ achievement: Achievement, isFirst: Bool, address: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.object { data.write(achievement, address: address, &$0) }
    return Array((isFirst ? "\n" : ",\n").utf8) + writer.bytes
  }
}
