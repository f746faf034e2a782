import SocialReport

/// How people write periods.
extension Sheet {
  static let periods = [
    Sheet(
      "months", .count, "Mese;Valore\ngen-24;3\nfeb-24;4\nMarzo 2024;5\n04/2024;6",
      gives: "2024-01=3 2024-02=4 2024-03=5 2024-04=6"),
    Sheet(
      "quarters", .count,
      "Trimestre;Valore\n2024-T1;3\nT2 2024;4\n3° trimestre 2024;5\nIV trim. 2024;6",
      gives: "2024-01/2024-03=3 2024-04/2024-06=4 2024-07/2024-09=5 2024-10/2024-12=6"),
    Sheet(
      "year and month", .count, "Anno;Mese;Valore\n2024;gennaio;3\n;febbraio;4\n2025;1;5",
      gives: "2024-01=3 2024-02=4 2025-01=5"),
    Sheet(
      "year and quarter", .count,
      "Anno;Trimestre;Valore\n2024;1;3\n2024;II;4\n2024;T3;5\n2024;4° trimestre;6",
      gives: "2024-01/2024-03=3 2024-04/2024-06=4 2024-07/2024-09=5 2024-10/2024-12=6"),
    Sheet(
      "days", .count, "Data;Valore\n31/12/2023;310\n31/12/2024;352",
      gives: "2023-12-31=310 2024-12-31=352"),
    Sheet(
      "days with a time", .count, "Data;Valore\n31/12/2023 00:00;310\n2024-12-31T00:00:00;352",
      gives: "2023-12-31=310 2024-12-31=352"),
    Sheet(
      "the word year", .count, "Periodo;Valore\nAnno 2023;310\nanno 2024;352",
      gives: "2023=310 2024=352"),
    Sheet(
      "years as programs write them", .count, "year,value\n2023.0,310\n2024.0,352",
      gives: "2023=310 2024=352"),
    Sheet(
      "provisional years", .count, "Anno;Valore\n2023;310\n2024 (p);352\n2025 stima;360",
      gives: "2023=310 2024=352(P) 2025=360(E)"),
    Sheet(
      "years with a note mark", .count, "Anno;Valore\n2023*;310\n2024 (1);352",
      gives: "2023=310 2024=352", saying: [unread]),
    Sheet(
      "what is no period", .count, "Anno;Valore\n20223;310\n2023;5\n20244;352", gives: "",
      saying: [cell]),
    Sheet(
      "a day that does not exist", .count, "Data;Valore\n31/11/2023;310\n31/12/2024;352", gives: "",
      saying: [cell]),
  ]
}
