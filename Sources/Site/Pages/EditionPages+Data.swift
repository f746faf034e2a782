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

  private var made: EditionPrints { context.prints[edition.id.value] ?? EditionPrints() }

  /// What was made of the edition beside its pages.
  var printFiles: [Site.File] {
    made.files.map {
      Site.File(path: Addresses.print($0.kind, part: $0.part, of: edition), body: .bytes($0.bytes))
    }
      + [made.picture].compactMap(\.self).map {
        Site.File(path: Addresses.picture(of: edition), body: .bytes($0))
      }
  }

  /// The whole document as files, where they were made.
  var prints: [Download] { made.files.map(offer) }

  /// Where the whole document is too long for one file, that of an objective.
  func prints(of objective: Objective) -> [Download] {
    made.files.filter { $0.isOf(objective) }.map(offer)
  }

  private func offer(_ print: PrintedFile) -> Download {
    let (label, format) = words(for: print)
    return Download(
      label: label, address: Addresses.print(print.kind, part: print.part, of: edition),
      format: format,
      byteCount: print.bytes.count)
  }

  private func words(for print: PrintedFile) -> (label: String, format: DataFormat) {
    switch print.kind {
    case .pdf: (title(of: print), .pdf)
    case .epub: (strings["print.book"], .epub)
    case .docx: (strings["print.word"], .docx)
    }
  }

  private func title(of print: PrintedFile) -> String {
    let pages = strings.counted("contents.pages", print.pages ?? 0)
    switch print.part {
    case .objective(let objective): return "\(objective.title.value), \(pages)"
    case .rest: return "\(strings["print.rest"]), \(pages)"
    case nil: return strings.counted("print.download", print.pages ?? 0)
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
