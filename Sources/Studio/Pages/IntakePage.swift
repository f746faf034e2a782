import Desk
import Diagnostics
import Files
import Preview

/// A document of an office, chosen or dropped: what comes of it, and where it goes.
struct IntakePage {
  let edition: String
  let objectives: [RecordIndex.Entry]
  let offices: [RecordIndex.Entry]
  /// The id of the objective that is chosen already.
  let objective: String
  /// The names of the notes that were kept.
  let notes: [String]
  let token: String

  func body() -> EscapedHTML {
    """
    <nav aria-label="Dove sei"><a href="\(Shell.root)\(edition)/">Quadro</a> › documento</nav>
    <h1>Porta dentro un documento</h1>
    <p>Un documento di Word (<code>.docx</code>) o di LibreOffice (<code>.odt</code>) diventa una bozza, con i campi che riempie; un foglio di Excel (<code>.xlsx</code>), di LibreOffice (<code>.ods</code>) o in <code>.csv</code> con anni e valori diventa indicatori, e con righe di atti o di fonti un registro; una lettera salvata (<code>.eml</code>) porta il suo testo e i suoi allegati, un PDF le sue parole, una foto sta accanto ai testi. Quello che è scritto si confronta con il documento: se qualcosa non torna non si scrive niente.</p>
    <form id="porta" method="get" action="\(Shell.root)\(edition)/"><input type="hidden" name="t" value="\(token)">
    <div class="campo"><label for="documento">Il documento, o più di uno <span class="serve">(serve)</span></label><p class="aiuto" id="a.documento">si può anche trascinare qui, o incollare quello che hai copiato da Word, da Google o da una pagina</p><input type="file" id="documento" multiple accept=".docx,.odt,.xlsx,.ods,.csv,.tsv,.txt,.md,.html,.htm,.zip,.mht,.eml,.pdf,.doc,.xls,.rtf,image/*,.heic,.heif" required aria-describedby="a.documento"></div>
    \(select("come", "Che cosa diventa", IntakePage.kinds, ""))
    \(select("obiettivo", "L'obiettivo, se è una realizzazione", IntakePage.choices(objectives), objective))
    \(select("ufficio", "L'ufficio", IntakePage.choices(offices), ""))
    <div class="campo"><label class="scelta"><input type="checkbox" name="tieni" aria-describedby="a.tieni"> Dove un testo è cambiato anche qui, tieni quello di qui</label><p class="aiuto" id="a.tieni">per un documento che torna con qualcosa di nuovo: il resto entra</p></div>
    <p class="salva"><button class="primo">Porta dentro</button> <button value="prova">Guarda soltanto</button></p></form>
    <div id="portato" role="status"></div>\(noteList)
    <h2>Un modello da far riempire</h2>
    <p>Un file di Word che chiede i campi di una pagina con le loro parole, e un foglio di Excel con i dati e i registri dell'ufficio. L'ufficio li riempie, li rimanda, e qui entrano senza domande.</p>
    <form method="get" action="\(Shell.root)\(edition)/">\(select("ufficio", "Per quale ufficio", IntakePage.choices(offices), "", id: "ufficio-modello"))
    <p class="salva"><button name="modello" value="realizzazione">Word, per una realizzazione</button> <button name="modello" value="obiettivo">Word, per un obiettivo</button> <button name="modello" value="dati">Excel, per i dati</button></p></form>
    <noscript><p>Per portare dentro un documento serve JavaScript. Senza, lo stesso lo fa il comando <code>bilancio importa documento.docx</code>.</p></noscript>
    """
  }

  static func address(ofNote name: String, in edition: String) -> String {
    "\(Shell.root)\(edition)/?appunto=\(Path.encoded(name))"
  }

  private var noteList: EscapedHTML? {
    guard !notes.isEmpty else { return nil }
    let items = notes.map { name -> EscapedHTML in
      "<li><a href=\"\(IntakePage.address(ofNote: name, in: edition))\">\(name)</a></li>"
    }
    return """
      <h2>Gli appunti</h2><p>Lettere, parole di PDF e altro che è arrivato e non sta in nessuna pagina.</p><ul>\(items)</ul>
      """
  }

  private static let kinds = [
    ("", "lo dicono i titoli"), ("realizzazione", "una realizzazione"),
    ("obiettivo", "un obiettivo"), ("contesto", "una pagina di racconto"),
  ]

  private static func choices(_ entries: [RecordIndex.Entry]) -> [(value: String, words: String)] {
    [("", "non lo dico")] + entries.map { ($0.record.id, $0.title) }
  }

  private func select(
    _ name: String, _ label: String, _ options: [(value: String, words: String)], _ chosen: String,
    id: String? = nil
  ) -> EscapedHTML {
    let items = options.map { option -> EscapedHTML in
      "<option value=\"\(option.value)\"\(option.value == chosen ? " selected" : "")>\(option.words)</option>"
    }
    return """
      <div class="campo"><label for="\(id ?? name)">\(label)</label><select id="\(id ?? name)" name="\(name)">\(items)</select></div>
      """
  }
}
