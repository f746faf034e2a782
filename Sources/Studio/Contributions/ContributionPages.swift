import Desk
import Diagnostics
import Preview
import SocialReport

/// Whom to ask for what: the pages of an edition, by office.
struct InvitePage {
  let edition: String
  let offices: [RecordIndex.Entry]
  let pages: [RecordIndex.Entry]
  /// The id of the office whose pages are chosen already.
  let office: String
  let token: String
  let invitations: [OfficeInvitation]
  let answered: [String]
  /// Whether others on the network can come here.
  let isShared: Bool
  var refusal: String?

  func body() -> EscapedHTML {
    let options = offices.map { entry -> EscapedHTML in
      "<option value=\"\(entry.record.id)\"\(entry.record.id == office ? " selected" : "")>\(entry.title)</option>"
    }
    let boxes = pages.map { entry -> EscapedHTML in
      "<label class=\"scelta\"><input type=\"checkbox\" name=\"pagina\" value=\"\(entry.address)\"\(entry.office == office ? " checked" : "")> \(entry.title)</label>"
    }
    let told = refusal.map { Refusal.markup("Non preso", $0) }
    return """
      <nav aria-label="Dove sei"><a href="\(Shell.root)\(edition)/">Quadro</a> › uffici</nav>
      <h1>Chiedi a un ufficio</h1>\(told)\(waiting)
      <h2>1. Prepara la richiesta</h2><p>Il file è una pagina che l'ufficio apre con un doppio clic, riempie senza installare niente e ti rimanda. \(linkWords)</p>
      <form method="get" action="\(Shell.root)\(edition)/" class="cerca"><label for="invita">Ufficio</label> <select id="invita" name="invita">\(options)</select> <button>Scegli le sue pagine</button></form>
      <form method="post" action="\(Shell.root)\(edition)/"><input type="hidden" name="t" value="\(token)"><input type="hidden" name="ufficio" value="\(office)">
      <fieldset class="campo"><legend>Pagine</legend><div class="scelte">\(boxes)</div></fieldset>
      <div class="campo"><label for="fino">Fino a quando</label><p class="aiuto" id="a.fino">un giorno come `31/03/2025`; vuoto vale sempre</p><input type="text" id="fino" name="fino" aria-describedby="a.fino"></div>
      <p><button class="primo" name="azione" value="invita">Fai il file</button>\(linkButton)</p></form>
      <h2>2. Importa la risposta</h2>
      <form method="post" action="\(Shell.root)\(edition)/" class="importa"><input type="hidden" name="t" value="\(token)">
      <div class="campo"><label for="contributo">Il contenuto del file che l'ufficio ha rimandato</label><textarea id="contributo" name="contributo" rows="4"></textarea></div>
      <p><button class="primo" name="azione" value="importa">Guarda la proposta</button></p></form>
      """
  }

  private var linkWords: EscapedHTML {
    isShared
      ? "Il collegamento si apre da un altro computer della stessa rete, finché lo studio è aperto qui."
      : "Per dare invece un collegamento a chi è sulla stessa rete, apri lo studio con <code>bilancio studio --condividi</code>."
  }

  private var linkButton: EscapedHTML? {
    isShared ? " <button name=\"azione\" value=\"collega\">Fai il collegamento</button>" : nil
  }

  private var waiting: EscapedHTML? {
    let known = Dictionary(invitations.map { ($0.code, $0) }, uniquingKeysWith: { $1 })
    let items = answered.compactMap { code in
      known[code].map { invitation -> EscapedHTML in
        "<li><a href=\"\(Shell.root)\(edition)/?proposta=\(code)\">Proposta: \(invitation.office)</a></li>"
      }
    }
    return items.isEmpty ? nil : "<h2>Da guardare</h2><ul>\(items)</ul>"
  }
}

/// The link for an office, which works once.
struct LinksPage {
  let edition: String
  let officeName: String
  let invitation: OfficeInvitation
  /// One for each address of this machine.
  let addresses: [String]

  func body() -> EscapedHTML {
    let links = addresses.enumerated().map { number, address -> EscapedHTML in
      """
      <div class="campo"><label for="link.\(number)">\(number == 0 ? "Collegamento" : "Oppure, se il primo non si apre")</label><textarea id="link.\(number)" rows="2" readonly>
      \(address)</textarea></div>
      """
    }
    let until =
      invitation.until.isEmpty
      ? "finché lo studio è aperto" : "fino al \(invitation.until), finché lo studio è aperto"
    return """
      <nav aria-label="Dove sei"><a href="\(Shell.root)\(edition)/?invita">Uffici</a> › collegamento</nav>
      <h1>Il collegamento per \(officeName)</h1>\(links)
      <p>Copialo e mandalo all'ufficio. Vale per il primo browser che lo apre, \(until); chi lo apre vede solo le pagine che hai scelto e ti manda una proposta: nei testi non entra niente finché non l'accetti tu.</p>
      <p>Quello che scrive passa in chiaro sulla rete: usalo solo su una rete di cui ti fidi.</p>
      """
  }
}

/// What an office proposes, field by field, against the file of today.
struct ProposalPage {
  struct Row {
    /// `0.in_breve`.
    let name: String
    let entry: RecordIndex.Entry
    let field: String
    let label: String
    /// When the invitation was made; nil where that is not kept.
    let shown: String?
    let now: String
    let proposed: String
    /// What both come to, where they are of different paragraphs.
    let merged: String?
  }

  /// What was written for a field that is not found any more.
  struct Lost {
    let page: String
    let field: String
    let text: String
  }

  let code: String
  let office: String
  let edition: String
  let rows: [Row]
  let lost: [Lost]
  let token: String
  /// SHA-256 of the answer that is shown.
  let answer: String
  /// What was chosen and typed, where something is still to be decided.
  let sent: FormData?
  /// Whether that was of an answer that came before this one: what is chosen then is not chosen of this.
  let isOfAnother: Bool
  let refusal: Phrase?

  func body() -> EscapedHTML {
    let items = rows.map(item)
    let none: EscapedHTML? =
      rows.isEmpty && lost.isEmpty ? "<p>Non propone niente di nuovo.</p>" : nil
    let told = Refusal.markup("Non tutto è scritto", refusal)
    return """
      <nav aria-label="Dove sei"><a href="\(Shell.root)\(edition)/?invita">Uffici</a> › proposta</nav>
      <h1>Proposta: \(office)</h1>\(told)\(none)
      <form method="post" action="\(Shell.root)\(edition)/"><input type="hidden" name="t" value="\(token)"><input type="hidden" name="codice" value="\(code)"><input type="hidden" name="risposta" value="\(answer)">\(items)\(left)\(before)
      <div class="campo"><label for="protocollo">Protocollo della PEC o dell'e-mail</label><p class="aiuto" id="a.protocollo">se c'è: va nel registro</p><input type="text" id="protocollo" name="protocollo" aria-describedby="a.protocollo" value="\(sent?["protocollo"] ?? "")"></div>
      <p class="salva"><button class="primo" name="azione" value="accetta">Applica le scelte</button></p></form>
      """
  }

  private var left: EscapedHTML? {
    guard !lost.isEmpty else { return nil }
    let texts = lost.map { lost -> EscapedHTML in
      "<h3>\(lost.page), \(lost.field)</h3><pre>\(lost.text)</pre>"
    }
    return """
      <fieldset class="gruppo"><legend>Testi di campi che non ci sono più</legend><p>La pagina ha cambiato nome, o il campo non si può leggere: copia questi testi dove vanno.</p>\(texts)
      <label class="scelta"><input type="checkbox" name="copiati" value="1"> Li ho copiati: il contributo si può togliere</label></fieldset>
      """
  }

  /// What was going to be put of the answer before, where it is not what this one proposes.
  private var before: EscapedHTML? {
    guard isOfAnother, let sent else { return nil }
    let proposed = Set(rows.flatMap { [$0.proposed, $0.merged].compactMap(\.self) })
    let texts = sent.names("v.").compactMap { sent[$0]?.replacing("\r\n", with: "\n") }
      .filter { !proposed.contains($0) }.map { "<pre>\($0)</pre>" as EscapedHTML }
    return texts.isEmpty
      ? nil
      : "<section class=\"gruppo\"><h2>I testi che avevi davanti prima</h2><p>Sono della risposta di prima, con quello che ci avevi scritto: copia qui sopra quello che serve.</p>\(texts)</section>"
  }

  /// What was typed or chosen for a row of this answer.
  private func sent(_ start: String, _ row: Row) -> String? {
    isOfAnother ? nil : sent?[start + row.name]
  }

  private func choice(_ row: Row, _ value: String, _ words: String) -> EscapedHTML {
    let isChosen = (sent("s.", row) ?? "") == value
    return """
      <label class="scelta"><input type="radio" name="s.\(row.name)" value="\(value)"\(isChosen ? " checked" : "")> \(words)</label>
      """
  }

  private func item(_ row: Row) -> EscapedHTML {
    let isChanged = row.shown.map { $0 != row.now } ?? true
    let now: EscapedHTML? =
      isChanged ? "<h3>Adesso nel file (cambiato dopo l'invito)</h3><pre>\(row.now)</pre>" : nil
    let joined: EscapedHTML? =
      row.merged != nil
      ? "<p>I due testi cambiano paragrafi diversi: sotto sono già uniti.</p>" : nil
    return """
      <fieldset class="gruppo"><legend>\(row.entry.title): \(row.label)</legend>\(now)
      <h3>Che cosa cambia</h3><p class="cambiato">\(WordChanges.markup(from: row.shown ?? row.now, to: row.proposed))</p>\(joined)
      <div class="campo"><label for="v.\(row.name)">Il testo da mettere</label><textarea id="v.\(row.name)" name="v.\(row.name)" rows="4">
      \(sent("v.", row) ?? row.merged ?? row.proposed)</textarea></div><input type="hidden" name="b.\(row.name)" value="\(FormValue.fingerprint(row.now))">
      \(choice(row, "accetta", "Accetta"))\(choice(row, "rifiuta", "Rifiuta"))\(choice(row, "", "Decido dopo"))
      <div class="campo"><label for="p.\(row.name)">Perché, se rifiuti</label><input type="text" id="p.\(row.name)" name="p.\(row.name)" value="\(sent("p.", row) ?? "")"></div></fieldset>
      """
  }
}
