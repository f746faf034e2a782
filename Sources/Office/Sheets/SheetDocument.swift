/// A workbook with the account of what became of all that is in its package.
package struct SheetDocument: Sendable {
  package let workbook: Workbook
  package let ledger: Ledger

  /// - Throws: `OfficeFlaw` for what cannot be read.
  package init(_ document: OfficePackage) throws(OfficeFlaw) {
    if document.kind == .openSheet {
      let reader = try OpenSheetReader(document)
      (workbook, ledger) = (reader.workbook, reader.ledger)
    } else {
      let reader = try WorkbookReader(document)
      (workbook, ledger) = (reader.workbook, reader.ledger)
    }
  }
}
