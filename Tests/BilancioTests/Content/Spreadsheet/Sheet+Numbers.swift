import SocialReport

/// How people write numbers, totals and values that are missing.
extension Sheet {
  static let numbers = [
    Sheet(
      "points of thousands", .count, "Anno;Valore\n2023;98.765\n2024;100.001",
      gives: "2023=98765 2024=100001"),
    Sheet(
      "a style shown by one cell", .rate, "Anno;Valore\n2023;1.234\n2024;1.234,5",
      gives: "2023=1234 2024=1234.5"),
    Sheet(
      "English style shown by one cell", .rate, "Anno,Valore\n2023,1.234\n2024,12.5",
      gives: "2023=1.234 2024=12.5"),
    Sheet(
      "English thousands", .count, "Year,Value\n2023,\"98,765\"\n2024,\"100,001\"",
      gives: "2023=98765 2024=100001"),
    Sheet(
      "euro", .amount, "Anno;Importo\n2023;€ 1.250,00\n2024;1.300 €",
      gives: "2023=1250.00 2024=1300"),
    Sheet("per cent", .percentage, "Anno;Quota\n2023;57,9%\n2024;63,4 %", gives: whole),
    Sheet(
      "three decimals of a percentage", .percentage, "Anno;Valore\n2023;57.912\n2024;63.401",
      gives: "2023=57.912 2024=63.401"),
    Sheet(
      "spaces", .count, "Anno;Valore\n2023;98 765\n2024;100\u{A0}001",
      gives: "2023=98765 2024=100001"),
    Sheet(
      "thin spaces and apostrophes", .count, "Anno;Valore\n2023;98\u{202F}765\n2024;1'250'000",
      gives: "2023=98765 2024=1250000"),
    Sheet(
      "brackets and minus", .amount, "Anno;Saldo\n2022;(12)\n2023;12,50-\n2024;-7",
      gives: "2022=-12 2023=-12.50 2024=-7"),
    Sheet(
      "a minus that is a dash", .index, "Anno;Valore\n2023;\u{2212}1,5\n2024;\u{2013}2,5",
      gives: "2023=-1.5 2024=-2.5"),
    Sheet(
      "no cents", .amount, "Anno;Importo\n2023;1.250.000,=\n2024;300,-",
      gives: "2023=1250000 2024=300"),
    Sheet(
      "powers that keep all digits", .count, "Anno;Valore\n2023;1,25E+02\n2024;3E+00",
      gives: "2023=125 2024=3"),
    Sheet(
      "letters of the status", .percentage, "Anno;Valore\n2023;57,9\n2024;63,4 (p)",
      gives: "2023=57.9 2024=63.4(P)"),
    Sheet(
      "note marks", .percentage, "Anno;Valore\n2023;57,9*\n2024;63,4 (1)", gives: whole,
      saying: [unread]),
    Sheet(
      "ordinals", .position, "Anno;Posizione;Su\n2023;72°;107\n2024;13º;107",
      gives: "2023=72 2024=13"),
    Sheet(
      "nothing decides", .rate, "Anno;Valore\n2023;1.234\n2024;2.345", gives: "", saying: [cell]),
    Sheet(
      "two styles and one that could be either", .rate,
      "Anno;Valore\n2022;1,5\n2023;2.5\n2024;2.345", gives: "", saying: [cell]),
    Sheet(
      "digits cut off", .count, "Anno;Valore\n2023;1,2E+06\n2024;1,3E+06", gives: "", saying: [cell]
    ),
    Sheet(
      "a column too narrow", .count, "Anno;Valore\n2023;#####\n2024;13", gives: "", saying: [cell]),
    Sheet(
      "words for numbers", .count, "Anno;Valore\n2022;circa 300\n2023;molti\n2024;352", gives: "",
      saying: [cell]),
  ]

  static let totals = [
    Sheet(
      "a total that is right", .count, "Anno;Iscritti\n2023;310\n2024;352\nTotale;662",
      gives: "2023=310 2024=352", saying: [total]),
    Sheet(
      "a total that is wrong", .count, "Anno;Iscritti\n2023;310\n2024;352\nTOTALE;672",
      gives: "2023=310 2024=352", saying: ["warning csv-totale"]),
    Sheet(
      "a total of what does not add up", .percentage,
      "Anno;Valore\n2023;57,9\n2024;63,4\nTotale;60,1",
      gives: whole, saying: [total]),
    Sheet(
      "a total column", .amount, "Voce;2023;2024;Totale\nSpesa;1.200,50;1.300,50;2.501,00",
      gives: "2023=1200.50 2024=1300.50", saying: [total]),
    Sheet(
      "totals beside parts", .count,
      "Anno;Maschi;Femmine;Totale\n2023;150;160;310\n2024;170;182;352",
      gives: "2023=310 2024=352", saying: [unread]),
  ]

  static let gaps = [
    Sheet(
      "n.d.", .count, "Anno;Valore\n2023;n.d.\n2024;352", gives: "2023=- 2024=352",
      saying: [missing]),
    Sheet(
      "many marks, one message", .count,
      "Anno;Valore\n2020;nd\n2021;-\n2022;\u{2013}\n2023;...\n2024;352",
      gives: "2020=- 2021=- 2022=- 2023=- 2024=352", saying: [missing]),
    Sheet(
      "marks of statistics", .count, "Anno;Valore\n2021;..\n2022;:\n2023;c\n2024;352",
      gives: "2021=- 2022=- 2023=- 2024=352", saying: [missing]),
    Sheet(
      "a division by zero", .percentage, "Anno;Valore\n2022;#DIV/0!\n2023;#DIV/0!\n2024;63,4",
      gives: "2022=- 2023=- 2024=63.4", saying: ["warning csv-valore-mancante"]),
    Sheet(
      "other faults", .percentage, "Anno;Valore\n2022;#N/D\n2023;#RIF!\n2024;63,4",
      gives: "2022=- 2023=- 2024=63.4", saying: ["warning csv-valore-mancante"]),
    Sheet(
      "a reason of its own", .count,
      "Anno;Valore;Motivo\n2023;n.d.;Le mense erano chiuse.\n2024;352;", gives: "2023=- 2024=352"),
    Sheet(
      "a dash of a qualitative value", .qualitative, "Anno;Valore\n2023;-\n2024;Buono",
      gives: "2023=- 2024=Buono"),
  ]
}
