"""The stock of sentences.

Slots: {ogg} what is worked on, {ufficio} who does it, {gruppo} for whom, {luogo} where, {mese} and {mese2} two months in
order. `di_`, `a_`, `su_`, `da_`, `in_` before a slot joins the preposition to the article; `a_mese` is `a maggio` or
`ad aprile`.
"""

OPENING = [
    "Nel corso dell'anno {ufficio} ha lavorato {su_ogg} {luogo}, partendo dalle segnalazioni raccolte negli uffici e nelle assemblee di quartiere.",
    "L'intervento {su_ogg} nasce da un'esigenza emersa già negli anni precedenti e rinviata più volte per mancanza di risorse.",
    "L'attività {su_ogg} è iniziata {a_mese}, quando è stato possibile riprendere i sopralluoghi sospesi durante l'emergenza sanitaria.",
    "Con questo intervento il Comune ha voluto rendere più semplice l'accesso {a_ogg}, soprattutto per chi abita lontano dal centro.",
    "La situazione di partenza {luogo} era disomogenea: accanto a esperienze consolidate mancavano regole comuni e responsabilità chiare.",
    "Il lavoro ha preso avvio da un'analisi dei bisogni {di_gruppo}, svolta insieme alle associazioni più rappresentative.",
    "Le priorità sono state fissate in una riunione congiunta con gli altri settori, per evitare sovrapposizioni tra interventi vicini.",
    "Il programma {di_ogg} era previsto dal documento unico di programmazione e si collega agli indirizzi di mandato.",
    "Prima di decidere come procedere, {ufficio} ha confrontato tre soluzioni, valutandone i costi, i tempi e gli effetti per le persone.",
    "La scelta di concentrare l'intervento {luogo} dipende dal numero di richieste ricevute e dalle condizioni rilevate nei sopralluoghi.",
    "Gran parte delle attività {su_ogg} si è svolta tra {mese} e {mese2}, nel rispetto delle misure di prevenzione del contagio.",
    "Il punto di partenza è stato un elenco di problemi concreti, descritti dal personale che ogni giorno incontra {gruppo}.",
    "All'inizio dell'anno mancavano informazioni aggiornate {su_ogg}: il primo passo è stato raccoglierle e renderle confrontabili.",
    "L'obiettivo pratico era ridurre le attese e i passaggi inutili, mantenendo le garanzie previste dalle norme.",
]

WORK = [
    "Il gruppo di lavoro, coordinato {da_ufficio}, si è riunito ogni due settimane e ha tenuto un registro delle decisioni prese.",
    "Le procedure interne sono state riviste: ora ogni richiesta {su_ogg} ha un responsabile, una scadenza e un modo per conoscerne lo stato.",
    "{A_mese} sono stati affidati i primi incarichi, con una procedura aperta a operatori economici del territorio.",
    "I lavori {luogo} sono stati divisi in lotti, in modo da non interrompere i servizi {a_gruppo}.",
    "Il personale ha seguito un corso di aggiornamento, con esercitazioni basate su casi realmente accaduti.",
    "Sono state acquistate nuove attrezzature, scelte tenendo conto dei costi di esercizio e non solo del prezzo iniziale.",
    "Per la parte tecnica è stata coinvolta la società in house, che ha messo a disposizione competenze non presenti negli uffici.",
    "Le banche dati sono state ripulite dagli errori più frequenti, con un controllo a campione ripetuto {a_mese2}.",
    "Una convenzione con i comuni vicini ha permesso di condividere una parte dei costi {di_ogg}.",
    "Il calendario iniziale prevedeva la conclusione entro {mese}; la pausa imposta dall'emergenza ha spostato le ultime attività {a_mese2}.",
    "È stato predisposto un manuale breve, scritto insieme agli operatori, che spiega passo per passo le nuove modalità.",
    "Dove possibile sono stati riutilizzati materiali e spazi già disponibili, evitando acquisti non necessari.",
    "La sperimentazione {luogo} ha coinvolto un numero limitato di utenti, scelti in modo da rappresentare situazioni diverse.",
    "Le difficoltà incontrate nei primi mesi hanno portato a semplificare il percorso, eliminando due passaggi su cinque.",
    "Gli uffici hanno lavorato con un solo elenco condiviso, che sostituisce i fogli di calcolo tenuti in precedenza da ciascun settore.",
    "I rapporti con i fornitori sono stati regolati da un contratto che prevede penali in caso di ritardo e premi per la qualità.",
    "Le comunicazioni ufficiali sono state riscritte in un linguaggio più chiaro, con esempi e recapiti sempre visibili.",
    "Ogni fase è stata documentata con una scheda, in modo che chi subentra possa ricostruire le ragioni delle scelte.",
    "Una parte delle attività {su_ogg} è stata affidata a enti del terzo settore, con un percorso di coprogettazione.",
    "Per {gruppo} è stato previsto un canale dedicato, con orari ampliati e personale formato.",
    "Le verifiche sulla sicurezza hanno richiesto più tempo del previsto, ma hanno evitato interruzioni nei mesi successivi.",
    "L'organizzazione dei turni è stata cambiata per garantire la presenza anche nel tardo pomeriggio e il sabato mattina.",
]

NUMBERS = [
    "I dati sono stati raccolti ogni mese e discussi in una riunione di controllo con i responsabili dei settori coinvolti.",
    "La tabella che segue riassume l'andamento dell'attività, con gli importi arrotondati all'unità.",
    "Le cifre tengono conto dei mesi di sospensione e non sono perciò del tutto confrontabili con quelle degli anni passati.",
    "Il confronto con gli anni precedenti va letto con prudenza, perché una parte dei servizi è rimasta chiusa in primavera.",
    "I valori più alti si registrano {luogo}, dove il servizio era già conosciuto e ben collegato.",
    "La crescita più evidente riguarda {gruppo}, che in passato usavano poco questa possibilità.",
    "Restano differenze tra i quartieri, dovute soprattutto alla distanza dalle sedi e agli orari di apertura.",
    "I costi sono rimasti entro lo stanziamento iniziale, grazie ai ribassi ottenuti nelle gare.",
    "Alla misurazione hanno contribuito gli operatori, che hanno segnalato i casi non previsti dalla scheda di rilevazione.",
    "Una verifica a campione, svolta {a_mese2}, ha confermato l'attendibilità dei dati registrati.",
    "I tempi medi sono calcolati dalla data della richiesta a quella della risposta definitiva, compresi i giorni festivi.",
    "Le somme indicate comprendono l'imposta sul valore aggiunto e non comprendono il costo del personale interno.",
]

PEOPLE = [
    "Per far conoscere le novità sono stati organizzati incontri pubblici, in presenza quando consentito e a distanza negli altri casi.",
    "Le informazioni sono state diffuse con manifesti, messaggi e con l'aiuto dei medici, delle scuole e delle parrocchie.",
    "Un questionario anonimo ha raccolto le opinioni {di_gruppo}; le risposte sono pubblicate insieme alle decisioni che ne sono derivate.",
    "Le critiche ricevute hanno riguardato soprattutto gli orari e la segnaletica, che sono stati corretti {a_mese2}.",
    "I comitati di quartiere hanno partecipato ai sopralluoghi e hanno proposto alcune modifiche, in buona parte accolte.",
    "È stata dedicata particolare attenzione {a_gruppo}, con materiali in caratteri grandi e in lingua facile da leggere.",
    "Lo sportello telefonico è rimasto attivo anche nei mesi di chiusura degli uffici, con un servizio di richiamata.",
    "Chi non usa internet ha potuto contare sull'aiuto dei volontari, presenti in biblioteca e nei centri civici.",
    "Le associazioni hanno segnalato casi difficili e hanno aiutato a raggiungere persone che non si rivolgono agli uffici.",
    "I risultati sono stati presentati in commissione consiliare e in un'assemblea aperta {luogo}.",
    "Le risposte alle domande più frequenti sono state raccolte in una pagina, aggiornata ogni mese.",
    "La collaborazione con le scuole ha permesso di coinvolgere le famiglie e di far nascere alcune proposte nuove.",
    "Una parte degli incontri si è svolta nei cortili e nei parchi, per favorire la partecipazione in sicurezza.",
    "Il tempo necessario per ottenere una risposta è ora indicato in modo chiaro su ogni modulo.",
]

CLOSING = [
    "L'esperienza del 2020 sarà la base per il programma successivo, che prevede di estendere le attività agli altri quartieri.",
    "Il lavoro {su_ogg} proseguirà con le risorse già previste nel bilancio di previsione.",
    "Il Comune pubblicherà un aggiornamento a metà anno, con gli stessi dati riportati in questa pagina.",
    "Rimangono da completare alcune attività minori, elencate tra le azioni con la rispettiva scadenza.",
    "Le indicazioni raccolte saranno discusse con {gruppo} prima di avviare la fase seguente.",
    "Gli atti e i documenti citati sono consultabili nelle pagine dedicate di questo bilancio.",
    "La valutazione complessiva è affidata {a_ufficio}, che ne riferisce ogni anno al consiglio comunale.",
    "Alla fine dell'anno è stato redatto un rapporto interno che descrive anche gli errori commessi e come evitarli.",
    "Le soluzioni che hanno funzionato {luogo} saranno proposte come modello agli altri uffici.",
    "Per la manutenzione futura è stato definito un programma annuale, con controlli a scadenza fissa.",
    "Un gruppo ristretto continuerà a seguire {ogg} fino alla chiusura della rendicontazione.",
    "La documentazione tecnica è stata consegnata agli uffici, che possono ora procedere senza consulenze esterne.",
]

BULLETS = [
    "il sopralluogo di tutte le sedi, con una scheda fotografica per ciascuna", "la formazione degli operatori che incontrano il pubblico",
    "un numero telefonico unico, attivo dal lunedì al sabato", "la revisione dei moduli, ridotti da sette a tre",
    "l'acquisto di arredi e attrezzature con criteri ambientali", "un calendario condiviso tra i settori coinvolti",
    "la consegna a domicilio dei documenti per chi non può muoversi", "un accordo con le associazioni del quartiere",
    "il controllo a campione delle dichiarazioni ricevute", "la pubblicazione mensile dei dati di attività",
    "la rimozione degli ostacoli nei percorsi di accesso", "la traduzione degli avvisi nelle lingue più parlate",
    "un servizio di prenotazione, in rete e per telefono", "l'apertura serale una volta alla settimana",
    "la verifica degli impianti elettrici e antincendio", "una procedura più rapida per i casi urgenti",
    "il riordino dell'archivio e la sua copia digitale", "un incontro di presentazione in ogni circoscrizione",
    "la raccolta delle osservazioni prima dell'approvazione", "la nomina di un referente per ogni sede",
    "la sostituzione delle lampade con modelli a basso consumo", "un percorso guidato per le prime volte",
    "la riduzione delle tariffe per i redditi più bassi", "l'affiancamento dei nuovi operatori per un mese",
]

STEPS = [
    "raccolta delle richieste e verifica dei requisiti", "definizione delle priorità con criteri pubblici",
    "approvazione del progetto e del quadro economico", "pubblicazione dell'avviso e ricezione delle proposte",
    "esame delle proposte da parte di una commissione", "affidamento e consegna delle attività",
    "formazione del personale", "avvio della sperimentazione in una sede", "estensione alle altre sedi", "controllo dei risultati dopo sei mesi",
    "correzione dei problemi emersi", "consegna della documentazione agli uffici", "presentazione dei risultati ai cittadini",
    "verifica della sicurezza e collaudo", "chiusura contabile e rendicontazione",
]

HEADINGS_WORK = ["Come abbiamo lavorato", "Le attività svolte", "Dal progetto alla realizzazione", "Che cosa è stato fatto",
                 "L'organizzazione del lavoro", "Gli interventi principali"]
HEADINGS_NUMBERS = ["I dati principali", "L'andamento in cifre", "Quanto è stato fatto", "Le cifre dell'anno", "Attività e costi"]
HEADINGS_PEOPLE = ["Il rapporto con i cittadini", "Chi è stato coinvolto", "Informazione e ascolto", "La partecipazione",
                   "Per chi e con chi"]
HEADINGS_CLOSING = ["Che cosa resta da fare", "Uno sguardo avanti", "La continuazione del lavoro", "Le fasi successive"]

BULLET_LEADS = ["Le attività hanno compreso:", "In particolare sono stati realizzati questi interventi:",
                "Tra le misure adottate:", "L'intervento comprende:"]
STEP_LEADS = ["Il percorso si è svolto in questo ordine:", "Le fasi del lavoro sono state le seguenti:",
              "Si è proceduto per passi successivi:"]

# What the sentences around a typed link say; the slot is the link, and `{nome}` the name of the indicator.
SAY_FIGURE = ["Alla fine dell'anno il valore di «{nome}» è {link}.", "Per «{nome}» il valore registrato è {link}.",
              "L'indicatore «{nome}» riporta per il 2020 {link}."]
SAY_RANK = ["La posizione raggiunta per «{nome}» è questa: {link}.", "Secondo l'indicatore «{nome}» il risultato è il {link}."]
SAY_RISE = ["Rispetto al {anno} l'aumento è di {link}.", "Dal {anno} si contano {link} in più."]
SAY_CHANGE = ["Rispetto al {anno} la variazione è {link}.", "La differenza con il {anno} è {link}."]
SAY_RANK_UP = ["Rispetto al {anno} sono state guadagnate {link}."]
SAY_RANK_DOWN = ["Rispetto al {anno} sono state perse {link}."]
SAY_SOURCE = ["I dati provengono da {link}.", "La fonte delle cifre è {link}.", "Le cifre sono tratte da {link}."]
SAY_TERM = ["Il significato tecnico è spiegato alla voce {link} del glossario.", "Per i termini usati si veda la voce {link}.",
            "Si veda anche la voce {link}, che riassume le regole generali."]
SAY_ACT = ["Il riferimento formale è {atto}.", "Le modalità sono state stabilite con {atto}.", "La decisione è contenuta {in_atto}.",
           "Le risorse e i tempi derivano {da_atto}."]
SAY_LAW = ["La cornice normativa è data {da_atto}.", "Le attività rispettano {atto}."]
SAY_PAGE = ["Questo lavoro si collega a quello descritto in {link}.", "Una parte delle attività è raccontata in {link}.",
            "Per un intervento vicino a questo si legga {link}."]
SAY_WEB = ["Le informazioni aggiornate sono pubblicate sul {link}.", "Moduli e orari si trovano sul {link}.",
           "Il materiale completo è disponibile sul {link}."]
SAY_CHAPTERS = ["L'obiettivo attua il {piano}, che si articola in {link}."]

FOOTNOTES = ["Il conteggio esclude le richieste ritirate prima dell'esame.",
             "Gli importi sono quelli del rendiconto, arrotondati all'euro.",
             "I valori del mese di dicembre sono provvisori alla data di chiusura della pagina.",
             "La suddivisione segue i confini dei quartieri in vigore dal 2014."]

SUMMARIES = [
    "{Ufficio} ha lavorato {su_ogg} {luogo}, riducendo i tempi e migliorando l'accesso per {gruppo}.",
    "Interventi {su_ogg} {luogo}: nuove regole, più orari e un solo punto di contatto per {gruppo}.",
    "Con un programma avviato {a_mese}, {ufficio} ha rinnovato la gestione {di_ogg} {luogo}.",
    "Le attività {su_ogg} sono state riorganizzate {luogo}, con il contributo {di_gruppo} e delle associazioni.",
]

OUTCOMES = [
    "Le persone che usano il servizio impiegano meno tempo e devono presentare meno documenti.",
    "Le segnalazioni di disservizio sono diminuite nella seconda parte dell'anno, soprattutto {luogo}.",
    "Il servizio è ora disponibile in fasce orarie più ampie, con vantaggi in particolare per {gruppo}.",
    "Gli operatori dispongono di informazioni complete e possono dare una risposta già al primo contatto.",
    "La qualità percepita è migliorata: lo indicano le risposte al questionario raccolte {a_mese2}.",
]

TROUBLES = [
    "I tempi di fornitura si sono allungati per l'emergenza sanitaria e una parte delle attività è slittata.",
    "La comunicazione iniziale non ha raggiunto tutti: {gruppo} hanno saputo delle novità con ritardo.",
    "Una gara è andata deserta ed è stato necessario ripeterla con un importo aggiornato.",
    "Il numero di operatori disponibili {luogo} è stato inferiore a quello previsto dal progetto.",
    "Il programma informatico scelto all'inizio non era accessibile ed è stato sostituito.",
]

NEXT_STEPS = [
    "Nel 2021 le attività saranno estese alle sedi non ancora raggiunte.",
    "È prevista una nuova rilevazione, con le stesse domande, per misurare i cambiamenti nel tempo.",
    "Il regolamento sarà aggiornato tenendo conto delle osservazioni {di_gruppo}.",
    "Sarà pubblicato un avviso per individuare nuovi partner {luogo}.",
    "Gli uffici completeranno la formazione del personale entro {mese2}.",
]

PREMISES = [
    "L'obiettivo riguarda {ogg} e interessa in modo diretto {gruppo}, che ne hanno fatto richiesta in più occasioni.",
    "Il quadro di partenza mostra risultati buoni in alcune zone e ritardi in altre, come confermano le rilevazioni degli ultimi anni.",
    "Il Comune intende intervenire {su_ogg} con azioni di breve durata, affiancate da un programma pluriennale di investimenti.",
    "Le risorse disponibili sono limitate: per questo si è scelto di partire {luogo}, dove il bisogno è maggiore.",
    "L'emergenza sanitaria ha modificato le priorità e ha reso evidente la necessità di servizi raggiungibili anche a distanza.",
    "La responsabilità dell'obiettivo è affidata {a_ufficio}, che coordina gli altri settori e riferisce sui risultati.",
    "Il confronto con altre città di dimensioni simili ha aiutato a individuare le soluzioni più adatte.",
    "Le azioni sono collegate tra loro: nessuna, da sola, basterebbe a ottenere un miglioramento stabile.",
    "I cittadini potranno verificare i risultati attraverso gli indicatori pubblicati in questo bilancio.",
    "Per ogni realizzazione sono indicati l'ufficio responsabile, lo stato di avanzamento, le spese e gli atti.",
]

EXPECTED = [
    "Rendere più semplice e rapido l'accesso {a_ogg}, riducendo le differenze tra i quartieri.",
    "Aumentare la qualità {di_ogg} e il numero di persone che ne beneficiano, a parità di spesa.",
    "Garantire {a_gruppo} un servizio stabile, con tempi certi e informazioni chiare.",
]

RATIONALES = {
    "in_linea": "L'andamento dell'indicatore è in linea con il tempo trascorso e le azioni previste per l'anno sono state avviate.",
    "parziale": "I risultati ci sono, ma sono inferiori a quelli attesi: alcune attività sono iniziate in ritardo per l'emergenza sanitaria.",
    "non_raggiunto": "L'indicatore non è migliorato rispetto all'anno di partenza; le cause sono descritte nelle singole realizzazioni.",
    "non_valutabile": "Non è stato fissato un traguardo numerico, perciò l'obiettivo si descrive senza un giudizio di raggiungimento.",
}

ISSUES = ["Consegne rallentate dalla chiusura dei cantieri.", "In attesa del parere di un altro ente.",
          "Personale assegnato inferiore a quello previsto."]

# The sections of the context page: heading, text.
CONTEXT = [
    ("Il territorio e la popolazione",
     "Vallechiara si estende tra il fiume e le colline, con un centro storico compatto e ventiquattro quartieri.\n"
     "La popolazione invecchia, ma il numero di famiglie cresce perché diminuisce la loro dimensione media."),
    ("L'economia locale",
     "Accanto alle imprese artigiane si sono sviluppati il turismo e i servizi, che occupano la maggior parte dei residenti.\n"
     "Il punto di contatto per chi apre un'attività è descritto alla voce [SUAP](voce:suap)."),
    ("L'anno dell'emergenza",
     "La sospensione delle attività ha colpito il commercio e la scuola e ha accelerato l'uso dei servizi a distanza.\n"
     "Gli uffici hanno riorganizzato il lavoro come spiegato alla voce [lavoro agile](voce:smart-working)."),
]
