package import Diagnostics

extension Field {
  /// What stands over the field in a form: its name as words.
  package var label: Phrase {
    Phrase(
      it: Field.labels[italian] ?? Field.words(italian),
      en: Field.englishLabels[english] ?? Field.words(english))
  }

  /// Names that are other words with their accents and capitals, or say too little by themselves.
  private static let labels = [
    "id": "Nome stabile", "perche": "Perché", "unita": "Unità di misura",
    "accessibilita": "Accessibilità", "criticita": "Criticità", "leggibilita": "Leggibilità",
    "novita": "Novità", "qualita": "Qualità", "cosa_abbiamo_fatto": "Che cosa abbiamo fatto",
    "cosa_e_cambiato": "Che cosa è cambiato", "che_cosa": "Che cosa",
    "cosa_non_ha_funzionato": "Che cosa non ha funzionato", "stato": "A che punto è",
    "stato_al": "A quale data", "cup": "CUP", "cig": "CIG", "pdf": "PDF", "epub": "EPUB",
    "pec": "PEC", "url": "Indirizzo web", "faq": "FAQ", "email": "Indirizzo di posta",
    "codice_ipa": "Codice IPA", "codice_istat": "Codice ISTAT", "partita_iva": "Partita IVA",
    "su": "Su quanti", "tra": "Fra chi", "a": "Al", "da": "Dal", "ex_aequo": "Ex aequo",
  ]

  private static let englishLabels = [
    "id": "Stable name", "cup": "CUP", "cig": "CIG", "pdf": "PDF", "epub": "EPUB", "pec": "PEC",
    "url": "Web address", "faq": "FAQ", "vat": "VAT number", "ipa_code": "IPA code",
    "istat_code": "ISTAT code", "status_on": "On which date",
  ]

  private static func words(_ name: String) -> String {
    let words = name.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
