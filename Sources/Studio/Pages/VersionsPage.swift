import Diagnostics
import Preview

/// What a file was before: each state with what would change, and the way back to it.
struct VersionsPage {
  struct State {
    enum Kind {
      /// Its bytes are kept no more.
      case gone
      case same, other
    }

    /// SHA-256 of the file then.
    let digest: String
    /// When it was, and who changed it after.
    let words: String
    let kind: Kind
  }

  /// A state with what would change: looked at one at a time.
  struct Shown {
    let digest: String
    let from: String
    let to: String
  }

  let entry: RecordIndex.Entry
  let edition: String?
  let token: String
  var refusal: Phrase?
  var named: [State] = []
  var states: [State] = []
  var shown: Shown?
  /// How many states are further back.
  var older = 0
  /// How many records are in the file.
  var records = 1

  func body() -> EscapedHTML {
    let address = RecordPage.address(entry)
    let told = Refusal.markup("Non ancora", refusal)
    let shared: EscapedHTML? =
      records > 1
      ? "<p>Nello stesso file ci sono \(records) voci: tornano tutte com'erano.</p>" : nil
    let ofNames: EscapedHTML? =
      named.isEmpty ? nil : "<h2>Con un nome</h2><ul class=\"cambiamenti\">\(named.map(item))</ul>"
    let list: EscapedHTML =
      states.isEmpty
      ? "<p>Non è ancora cambiata da quando si scrive nello studio.</p>"
      : "<h2>Prima di ogni cambiamento</h2><ul class=\"cambiamenti\">\(states.map(item))</ul>"
    return """
      <nav aria-label="Dove sei"><a href="\(Shell.root)\(edition.map { $0 + "/" } ?? "")">Quadro</a> › <a href="\(address)">\(entry.title)</a> › versioni</nav>
      <h1>Versioni: \(entry.title)</h1>\(told)\(shared)\(ofNames)\(list)\(further)
      <form method="post" action="\(address)"><input type="hidden" name="t" value="\(token)"><h2>Dai un nome a com'è adesso</h2>
      <div class="campo"><label for="nome">Nome</label><p class="aiuto" id="a.nome">vale per tutti i testi dell'edizione: «Prima della rilettura»</p><input type="text" id="nome" name="nome" aria-describedby="a.nome" autocomplete="off"></div>
      <p><button name="azione" value="chiama">Tieni questa versione</button></p></form>
      """
  }

  private var further: EscapedHTML? {
    older == 0
      ? nil
      : "<p>E altre \(older) più vecchie: sono nella cartella <code>_redazione/versioni</code>, con i nomi scritti in <code>_redazione/registro.csv</code>.</p>"
  }

  private func item(_ state: State) -> EscapedHTML {
    let place = String(state.digest.prefix(16))
    switch state.kind {
    case .gone:
      return
        "<li><h3>\(state.words)</h3><p>Il testo di allora non è più tenuto: ne resta uno per ora, poi uno per giorno.</p></li>"
    case .same: return "<li><h3>\(state.words)</h3><p>È com'è adesso.</p></li>"
    case .other:
      let change = shown.flatMap { shown in
        shown.digest == state.digest
          ? "<p class=\"cambiato\">\(WordChanges.markup(from: shown.from, to: shown.to))</p>"
            as EscapedHTML : nil
      }
      let look =
        change
        ?? "<p><a href=\"?vista=versioni&amp;di=\(state.digest)#v-\(place)\">Che cosa cambierebbe<span class=\"nascosto\">: \(state.words)</span></a></p>"
      return """
        <li id="v-\(place)"><h3>\(state.words)</h3>\(look)
        <form method="post" action="\(RecordPage.address(entry))"><input type="hidden" name="t" value="\(token)"><p><button name="azione" value="riporta:\(state.digest)">Torna a questa<span class="nascosto">: \(state.words)</span></button></p></form></li>
        """
    }
  }
}
