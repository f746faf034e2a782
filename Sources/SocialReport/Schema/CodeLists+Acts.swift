// Who adopts acts and what they are called: known words get their label with its preposition, any
// other text is printed as it is written.

extension CodeLists {
  package static let actBody = FieldType.openWords(
    [
      "giunta": "executive", "consiglio": "council", "sindaco": "mayor", "dirigente": "manager",
      "stato": "state", "regione": "region", "ue": "eu", "commissario": "commissioner",
      "commissario_prefettizio": "prefectoral_commissioner",
      "commissario_ad_acta": "ad_acta_commissioner",
      "commissione_straordinaria": "extraordinary_commission",
      "segretario": "secretary", "segretario_generale": "general_secretary",
      "segretario_comunale": "municipal_secretary", "direttore": "director",
      "direttore_generale": "general_director", "responsabile": "officer",
      "responsabile_di_settore": "sector_officer", "responsabile_di_servizio": "service_officer",
      "responsabile_di_area": "area_officer", "elevata_qualificazione": "qualified_officer",
      "posizione_organizzativa": "position_holder", "prefetto": "prefect",
      "presidente": "president", "assemblea": "assembly", "cda": "board",
      "circoscrizione": "district", "provincia": "province",
      "citta_metropolitana": "metropolitan_city", "unione": "union", "ministero": "ministry",
      "ministro": "minister", "anac": "anac", "corte_dei_conti": "court_of_auditors",
    ],
    also: [
      "executive": """
      Giunta comunale, giunta municipale, la Giunta, della Giunta, di Giunta, GC, GM, DGC, \
      of the executive
      """,
      "council": """
      Consiglio comunale, il Consiglio, del Consiglio, di Consiglio, consiliare, CC, DCC, \
      of the council
      """,
      "mayor": "il Sindaco, del Sindaco, sindacale, of the mayor",
      "manager": "dirigenziale, dirigenti, il dirigente, del dirigente, of a manager",
      "state": "lo Stato, governo, parlamento, dello Stato",
      "region": "della Regione, regionale, of the region",
      "eu": "Unione europea, dell'Unione europea, europa, of the European Union",
      "commissioner": """
      commissario straordinario, del Commissario straordinario, commissariale, \
      of the extraordinary commissioner
      """,
      "prefectoral_commissioner": """
      del Commissario prefettizio, of the prefectoral commissioner
      """,
      "ad_acta_commissioner": "del Commissario ad acta, of the commissioner ad acta",
      "extraordinary_commission": """
      della Commissione straordinaria, of the extraordinary commission
      """,
      "secretary": "del Segretario, of the secretary",
      "general_secretary": "del Segretario generale, of the general secretary",
      "municipal_secretary": "del Segretario comunale, of the municipal secretary",
      "director": "del Direttore, of the director",
      "general_director": "del Direttore generale, of the general director",
      "officer": "del Responsabile, funzionario responsabile, of the officer in charge",
      "sector_officer": """
      responsabile del settore, del Responsabile di settore, caposettore, capo settore, \
      of the officer in charge of the sector
      """,
      "service_officer": """
      responsabile del servizio, del Responsabile di servizio, \
      of the officer in charge of the service
      """,
      "area_officer": """
      responsabile d'area, responsabile dell'area, del Responsabile di area, \
      of the officer in charge of the area
      """,
      "qualified_officer": """
      EQ, E.Q., responsabile EQ, responsabile di EQ, incaricato di EQ, titolare di EQ, \
      titolare di elevata qualificazione, incaricato di elevata qualificazione, \
      responsabile di elevata qualificazione, del Responsabile di elevata qualificazione, \
      of the officer of high qualification
      """,
      "position_holder": """
      PO, P.O., titolare di PO, responsabile PO, titolare di posizione organizzativa, \
      del titolare di posizione organizzativa, responsabile di posizione organizzativa, \
      of the holder of an organisational position
      """,
      "prefect": "del Prefetto, prefettura, of the prefect",
      "president": "del Presidente, of the president",
      "assembly": "dell'Assemblea, of the assembly",
      "board": """
      consiglio di amministrazione, del Consiglio di amministrazione, C.d.A., \
      of the board of directors
      """,
      "district": """
      consiglio di circoscrizione, del Consiglio di circoscrizione, of the district council
      """,
      "province": "della Provincia, of the province",
      "metropolitan_city": "della Città metropolitana, of the metropolitan city",
      "union": "unione di comuni, dell'Unione di Comuni, of the union of municipalities",
      "ministry": "del Ministero, of the ministry", "minister": "del Ministro, of the minister",
      "anac": "dell'ANAC, autorità nazionale anticorruzione, of ANAC",
      "court_of_auditors": "della Corte dei conti, of the Court of Auditors",
    ])

  /// Whose powers a commissioner may have.
  package static let actPowers = FieldType.words(
    ["giunta": "executive", "consiglio": "council", "sindaco": "mayor"],
    also: [
      "executive": "Giunta comunale, della Giunta, of the executive",
      "council": "Consiglio comunale, del Consiglio, of the council",
      "mayor": "del Sindaco, of the mayor",
    ])

  package static let actKind = FieldType.openWords(
    [
      "deliberazione": "resolution", "determinazione": "determination", "ordinanza": "ordinance",
      "decreto": "decree", "legge": "law", "dlgs": "legislative_decree",
      "dpr": "presidential_decree", "regolamento": "regulation", "direttiva": "directive",
      "decreto_legge": "decree_law", "dpcm": "prime_ministers_decree",
      "decreto_ministeriale": "ministerial_decree", "convenzione": "convention",
      "protocollo_intesa": "memorandum", "accordo": "agreement",
      "accordo_di_programma": "programme_agreement", "contratto": "contract", "bando": "call",
      "avviso": "notice", "circolare": "circular", "verbale": "minutes", "parere": "opinion",
      "sentenza": "judgment", "statuto": "statute",
    ],
    also: [
      "resolution": "delibera, deliberazioni, delib., DGC, DCC",
      "determination": """
      determina, determinazione dirigenziale, determina dirigenziale, determinazioni, DD
      """,
      "ordinance": "ordinanza sindacale, ordinanza dirigenziale",
      "decree": "decreto sindacale, decreto del Sindaco, decreto dirigenziale",
      "law": "legge statale, legge dello Stato",
      "legislative_decree": "decreto legislativo, D.Lgs., D. Lgs., D.Lgs",
      "presidential_decree": "decreto del Presidente della Repubblica, D.P.R.",
      "decree_law": "decreto-legge, D.L., DL",
      "prime_ministers_decree": """
      decreto del Presidente del Consiglio dei ministri, D.P.C.M., decree of the prime minister
      """,
      "ministerial_decree": "D.M., DM",
      "memorandum": "protocollo d'intesa, protocollo di intesa, memorandum of understanding",
      "programme_agreement": "programme agreement",
    ])

  package static let actEffect = FieldType.words(
    [
      "approva": "approves", "adotta": "adopts", "aderisce": "joins", "indirizza": "directs",
      "affida": "awards", "modifica": "amends",
    ],
    also: [
      "approves": "approvazione, approvato", "adopts": "adozione, adottato",
      "joins": "adesione, aderito", "directs": "dà un indirizzo, gives direction",
      "awards": "affidamento, affidato, aggiudica", "amends": "modificato, modifiche",
    ])
}
