import SocialReport

/// How people lay out tables.
extension Sheet {
  static let layouts = [
    Sheet("semicolons", "periodo;valore\n2023;57,9\n2024;63,4\n", gives: whole),
    Sheet("commas and points", "periodo,valore\n2023,57.9\n2024,63.4\n", gives: whole),
    Sheet(
      "commas and quoted commas", "periodo,valore\n2023,\"57,9\"\n2024,\"63,4\"\n", gives: whole),
    Sheet("tabs", "Anno\tValore\r\n2023\t57,9\r\n2024\t63,4\r\n", gives: whole),
    Sheet("strokes", "Anno|Valore\n2023|57,9\n2024|63,4\n", gives: whole),
    Sheet("old line ends", "Anno;Valore\r2023;57,9\r2024;63,4\r", gives: whole),
    Sheet(
      "quotes around all", "\"Anno\";\"Valore\"\r\n\"2023\";\"57,9\"\r\n\"2024\";\"63,4\"",
      gives: whole),
    Sheet("the line sep=", "sep=;\r\nAnno;Valore\r\n2023;57,9\r\n2024;63,4", gives: whole),
    Sheet("the line sep= in quotes", "\"sep=;\"\nAnno;Valore\n2023;57,9\n2024;63,4", gives: whole),
    Sheet(
      "a byte-order mark and sep=", "\u{FEFF}sep=;\nAnno;Valore\n2023;57,9\n2024;63,4", gives: whole
    ),
    Sheet("empty columns behind", "Anno;Valore;;;\n2023;57,9;;;\n2024;63,4;;;\n", gives: whole),
    Sheet("empty columns in front", ";;Anno;Valore\n;;2023;57,9\n;;2024;63,4\n", gives: whole),
    Sheet("empty rows", "Anno;Valore\n\n2023;57,9\n;\n2024;63,4\n;\n;\n;\n", gives: whole),
    Sheet("units in headings", "ANNO;Valore (%)\n2023;57,9\n2024;63,4", gives: whole),
    Sheet("accents and points", "Annualità;Perc.\n2023;57,9\n2024;63,4", gives: whole),
    Sheet("no heading over the years", ";Differenziata\n2023;57,9\n2024;63,4", gives: whole),
    Sheet(
      "the indicator's name as heading", "Anno;Raccolta differenziata\n2023;57,9\n2024;63,4",
      gives: whole),
    Sheet(
      "several columns, one with the indicator's name",
      "Anno;Indifferenziato;Dato di prova\n2023;42,1;57,9\n2024;36,6;63,4", gives: whole,
      saying: [unread]),
    Sheet(
      "titles above",
      "Raccolta differenziata, Borgo;\nAnni 2023-2024;\n;\nAnno;Valore\n2023;57,9\n2024;63,4",
      gives: whole, saying: [unread]),
    Sheet(
      "sources below",
      "Anno;Valore\n2023;57,9\n2024;63,4\n;\nFonte: ISPRA, Catasto rifiuti;\n*dati provvisori;",
      gives: whole, saying: [unread]),
    Sheet(
      "a source with commas in a file of commas",
      "Anno,Valore\n2023,57.9\n2024,63.4\nFonte: ISPRA, Catasto rifiuti, 2024", gives: whole,
      saying: [unread]),
    Sheet(
      "a source with a semicolon",
      "Anno;Valore\n2023;57,9\n2024;63,4\nFonte: Istat; dati provvisori; 2025",
      gives: whole, saying: [unread]),
    Sheet(
      "a row of units", "Anno;Valore\n;(%)\n2023;57,9\n2024;63,4", gives: whole, saying: [unread]),
    Sheet(
      "further columns", "Anno;Valore;Codice;Territorio\n2023;57,9;A;Borgo\n2024;63,4;A;Borgo",
      gives: whole, saying: [unread]),
    Sheet(
      "further columns with nothing in them", "Anno;Valore;Codice\n2023;57,9;\n2024;63,4;",
      gives: whole),
    Sheet("years across", "Indicatore;2023;2024\nDifferenziata;57,9;63,4", gives: whole),
    Sheet("years across without a name", ";2023;2024\n;57,9;63,4", gives: whole),
    Sheet("years across in words", "Voce;Anno 2023;Anno 2024\nValore;57,9;63,4", gives: whole),
    Sheet(
      "years across with notes",
      "Indicatore;2023;2024\nValore;57,9;63,4\nNota;;dato rivisto\nFonte: ISPRA;;",
      gives: whole, saying: [unread]),
    Sheet(
      "years across, several rows", "Indicatore;2023;2024\nDato di prova;57,9;63,4\nAltro;1;2",
      gives: whole, saying: [unread]),
    Sheet(
      "years across with titles",
      "Rifiuti di Borgo;;\n;;\nIndicatore;2023;2024\nDifferenziata;57,9;63,4",
      gives: whole, saying: [unread]),
    Sheet(
      "an average below", "Anno;Valore\n2023;57,9\n2024;63,4\nMedia;60,65", gives: whole,
      saying: [unread]),
    Sheet(
      "a change across", "Voce;2023;2024;Var. %\nDifferenziata;57,9;63,4;9,5", gives: whole,
      saying: [unread]),
    Sheet(
      "Istat's names", "TIME_PERIOD,OBS_VALUE,OBS_STATUS\n2023,57.9,\n2024,63.4,p",
      gives: "2023=57.9 2024=63.4(P)"),
    Sheet(
      "our own open data",
      "period,value,missing_reason,out_of,tied,status,note,source\r\n2023,57.9,,,,A,,\r\n2024,63.4,,,,A,,\r\n",
      gives: whole),
    Sheet(
      "a formula that keeps a text", "Anno;Valore\n=\"2023\";57,9\n=\"2024\";63,4", gives: whole),
  ]

  static let kept = [
    Sheet(
      "a note of two lines", "Anno;Valore;Nota\n2023;57,9;\"Prima riga\nseconda riga\"\n2024;63,4;",
      gives: whole),
    Sheet(
      "quotes inside words",
      "Anno;Valore;Nota\n2023;57,9;Mensa \"Rodari\"\n2024;63,4;\"Rodari\" e altre", gives: whole),
    Sheet(
      "sources in words", "Anno;Valore;Fonte\n2023;57,9;ISPRA\n2024;63,4;ISPRA", gives: whole,
      saying: [unread]),
  ]
}
