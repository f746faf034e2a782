extension Diagnostic {
  /// The stable name of a kind of mistake, in the authors' language.
  package enum Identifier: String, CaseIterable, Sendable {
    // Files
    case notUTF8 = "non-utf8"
    case controlCharacter = "carattere-di-controllo"
    case fileTooLarge = "file-troppo-grande"
    case unusedFile = "file-inutilizzato"
    case misplacedFile = "file-fuori-posto"
    case missingPart = "parte-mancante"

    // YAML
    case yamlSyntax = "yaml-sintassi"
    case yamlAlias = "yaml-alias"
    case duplicateKey = "chiave-doppia"
    case unknownKey = "chiave-ignota"
    case unknownKind = "tipo-ignoto"
    case missingKey = "chiave-mancante"
    case wrongType = "valore-non-valido"
    case unknownChoice = "scelta-ignota"
    case tooLong = "testo-troppo-lungo"
    case tooShort = "testo-troppo-corto"
    case textTwice = "testo-due-volte"
    case csvCell = "csv-cella"
    case csvHeader = "csv-intestazione"

    // Tree
    case duplicateID = "id-doppio"
    case duplicateAddress = "indirizzo-doppio"
    case duplicateNumber = "numero-doppio"
    case unknownReference = "riferimento-ignoto"
    case emptyObjective = "obiettivo-vuoto"
    case missingRationale = "motivazione-mancante"
    case missingReason = "motivo-mancante"
    case missingCondition = "campo-condizionato"
    case inactiveFeedback = "modulo-inattivo"
    case closedFeedback = "modulo-riservato"
    case insecureAddress = "indirizzo-non-sicuro"

    // Markdown
    case rawHTML = "html-grezzo"
    case forbiddenLink = "collegamento-vietato"
    case brokenLink = "collegamento-rotto"
    case typedLink = "collegamento-tipizzato"
    case missingFile = "file-mancante"
    case missingAlt = "alternativa-mancante"
    case imageFormat = "immagine-illeggibile"
    case largePicture = "immagine-pesante"
    case unknownFootnote = "nota-ignota"
    case tooComplex = "markdown-troppo-complesso"

    // Theme
    case themeFile = "tema-incompleto"
    case themeLibrary = "tema-senza-bootstrap-italia"
    case themeColour = "tema-colore"
    case templateSyntax = "modello-sintassi"
    case templateVariable = "modello-variabile"
    case templateComponent = "modello-componente"
    case templateString = "modello-stringa"
    case templateAsset = "modello-risorsa"
    case templateBlock = "modello-blocco"
  }
}
