import Diagnostics
import Facts
import OpenData
import SocialReport
import Theme

/// The open data of some indicators: their own files, and their parts of the edition's.
struct IndicatorDataSlice {
  /// The place of the slice among all, from 0.
  let number: Int
  private(set) var files: [Site.File] = []
  private(set) var objects: [UInt8] = []
  private(set) var lines: [UInt8] = []

  init(_ number: Int) { self.number = number }

  /// Takes in an indicator and returns what its page offers.
  mutating func add(_ data: IndicatorData, _ strings: Strings) -> [Download] {
    let (csv, json) = (data.csv, data.json)
    let isFirst = number == 0 && objects.isEmpty
    objects += (isFirst ? "\n" : ",\n").utf8
    objects += data.object
    lines += data.lines
    files.append(Site.File(path: data.addressOfCSV, body: .bytes(csv)))
    files.append(Site.File(path: data.addressOfJSON, body: .bytes(json)))
    return [
      Download(
        label: strings["data.values"], address: data.addressOfCSV, format: .csv,
        byteCount: csv.count),
      Download(
        label: strings["data.indicator"], address: data.addressOfJSON, format: .json,
        byteCount: json.count),
    ]
  }
}

extension DocumentOrder {
  // The pieces of `edizione.json`: head, objectives, what is between, indicators, end.

  func dataNumber(ofSlice position: Int) -> Int { 1 + position }

  var dataMiddle: Int { 1 + slices }

  func dataNumber(ofIndicators slice: Int) -> Int { 2 + slices + slice }

  var lastOfData: Int { 2 + slices + indicators }
}

extension EditionPages {
  func dataPiece(_ bytes: [UInt8], number: Int) -> Site.File {
    Site.File(path: Addresses.data(of: edition), body: .piece(bytes, number: number))
  }

  /// What stands around the parts of the open data that other jobs make.
  func dataFrame(_ order: DocumentOrder) -> Site.Product {
    guard context.writes else { return Site.Product() }
    return Site.Product(files: [
      dataPiece(EditionData(context, index).head, number: 0),
      dataPiece(EditionData.middle, number: order.dataMiddle),
      dataPiece(EditionData.end, number: order.lastOfData),
      Site.File(
        path: Addresses.observations(of: edition),
        body: .piece(ObservationTable.header, number: 0)),
    ])
  }

  func files(of data: IndicatorDataSlice, _ order: DocumentOrder) -> [Site.File] {
    data.files + [
      dataPiece(data.objects, number: order.dataNumber(ofIndicators: data.number)),
      Site.File(
        path: Addresses.observations(of: edition),
        body: .piece(data.lines, number: 1 + data.number)),
    ]
  }

  /// The whole document as files, where they were made.
  var prints: [Download] {
    (context.prints[edition.id.value] ?? []).map { print in
      let (label, format) = offer(print)
      return Download(
        label: label, address: Addresses.print(print.kind, of: edition), format: format,
        byteCount: print.bytes.count)
    }
  }

  private func offer(_ print: PrintedFile) -> (label: String, format: DataFormat) {
    switch print.kind {
    case .pdf: (strings.counted("print.download", print.pages ?? 0), .pdf)
    case .epub: (strings["print.book"], .epub)
    case .docx: (strings["print.word"], .docx)
    }
  }

  /// The files with the facts of the edition.
  var downloads: [Download] {
    [
      Download(
        label: strings["data.edition"], address: Addresses.data(of: edition), format: .json),
      Download(
        label: strings["data.observations"], address: Addresses.observations(of: edition),
        format: .csv),
    ]
  }

  /// The descriptions of the files for those who collect data.
  var catalogues: [Download] {
    let label = strings["data.catalogue"]
    return [
      Download(label: label, address: Addresses.catalogueInTurtle, format: .turtle),
      Download(label: label, address: Addresses.catalogueInJSONLD, format: .jsonLD),
    ]
  }
}
