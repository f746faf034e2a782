import Diagnostics
package import Facts
package import SocialReport

/// The open data of one indicator: what it gives to the files of the edition, and its own two.
package struct IndicatorData {
  /// The object that stands in `edizione.json` and, with more around it, in the indicator's own file.
  package let object: [UInt8]
  private let indicator: Indicator
  private let data: OpenData

  package init(_ indicator: Indicator, _ context: SiteContext, _ index: EditionIndex) {
    let data = OpenData(context: context, index: index)
    var writer = JSONWriter()
    writer.object { data.write(indicator, &$0) }
    object = writer.bytes
    self.indicator = indicator
    self.data = data
  }

  package var addressOfCSV: String { Addresses.csv(indicator.id.value, of: data.edition) }
  package var addressOfJSON: String { Addresses.json(indicator.id.value, of: data.edition) }

  package var csv: [UInt8] { ObservationTable.file(of: indicator) }

  /// Its lines in `dati.csv`.
  package var lines: [UInt8] { ObservationTable.lines(of: indicator, data.index) }

  /// A document that needs no other: the indicator with the sources and the office that it names.
  package var json: [UInt8] {
    let edition = data.edition
    var opening = JSONWriter()
    opening.object { json in
      data.opening(Addresses.indicatorSchema, &json)
      json.member("edition") { json in
        json.object { json in
          json.member("year", edition.year.value)
          json.member("title", edition.title.value)
          json.member("url", data.url(Addresses.edition(edition)))
        }
      }
    }
    var closing = JSONWriter()
    closing.object { json in
      json.list("sources", sources, onLines: true, data.write)
      json.list(
        "offices", [data.index.offices[indicator.owner.value]].compactMap(\.self), onLines: true,
        data.write(fields:_:))
    }
    return opening.bytes.dropLast() + Array(",\n".utf8) + object.dropFirst().dropLast()
      + Array(",\n".utf8) + closing.bytes.dropFirst() + Array("\n".utf8)
  }

  /// Each source once, the indicator's own first.
  private var sources: [InformationSource] {
    var seen: Set<String> = []
    let others =
      indicator.observations.compactMap(\.source)
      + indicator.targets.compactMap { $0.baseline?.source }
    return ([indicator.source] + others).filter {
      seen.insert($0.value).inserted
    }.compactMap { data.index.sources[$0.value] }
  }
}
