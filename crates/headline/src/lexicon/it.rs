//! Italian.

use super::Kind::{
    And, Article, At, Cut, Former, Known, MaybeAt, Of, Organisation, Praise, Preposition, Slogan, Wanted,
};
use super::{Rank, Row, Table, advice, plain, rank, role, side, soft, topic, trade};
use crate::Function::{
    Accounting, Administrative, ArtsAndDesign, BusinessDevelopment, CommunityAndSocialServices, Consulting,
    CustomerSuccessAndSupport, Education, Engineering, Entrepreneurship, Finance, HealthcareServices, HumanResources,
    InformationTechnology, Legal, Marketing, MediaAndCommunication, MilitaryAndProtectiveServices, Operations,
    ProductManagement, ProgramAndProjectManagement, Purchasing, QualityAssurance, RealEstate, Research, Sales,
};
use crate::Lang;
use crate::Seniority::{Cxo, Director, Entry, Individual, Manager, Owner, Partner, Senior, Vp};

pub(super) const TABLE: Table = Table { lang: Some(Lang::It), rows: ROWS, endings: ENDINGS };

/// Words that end a compound.
const ENDINGS: &str = "";

const ROWS: &[Row] = &[
    trade(
        Owner,
        &[Entrepreneurship],
        "fondatore, fondatrice, cofondatore, co fondatore, cofondatrice, co fondatrice, titolare, proprietario, proprietaria, imprenditore, imprenditrice, socio fondatore, socia fondatrice, contitolare, fondatore e ceo, fondatrice e ceo, founder e ceo, socio titolare",
    ),
    role(Partner, &[BusinessDevelopment], "socio, socia, socio amministratore, socio accomandatario"),
    trade(
        Cxo,
        &[Operations],
        "amministratore delegato, amministratrice delegata, amministratore unico, amministratrice unica, direttore generale, direttrice generale, presidente, presidente e amministratore delegato, presidente del consiglio di amministrazione, amministratore, amministratrice, consigliere delegato, co amministratore delegato, legale rappresentante",
    ),
    side(
        Cxo,
        &[],
        "consigliere di amministrazione, consigliere indipendente, consigliera di amministrazione, membro del cda, consigliere, consigliera, sindaco revisore",
    ),
    role(Vp, &[], "vicepresidente, vice presidente"),
    role(
        Director,
        &[],
        "direttore, direttrice, dirigente, vicedirettore, vice direttore, direttore esecutivo, condirettore, direttore regionale, direttore di divisione, direttore di stabilimento, direzione",
    ),
    trade(Director, &[Sales], "direttore commerciale, direttrice commerciale, direttore vendite"),
    trade(
        Director,
        &[Finance],
        "direttore finanziario, direttore amministrativo, direttrice finanziaria, direttore amministrativo e finanziario, direttore amministrazione finanza e controllo",
    ),
    trade(Director, &[Engineering], "direttore tecnico, direttore lavori"),
    trade(Director, &[Purchasing], "direttore acquisti"),
    trade(Director, &[ArtsAndDesign], "direttore creativo, direttrice creativa"),
    trade(Director, &[MediaAndCommunication], "direttore responsabile, caporedattore, direttore editoriale"),
    trade(Director, &[HealthcareServices], "direttore sanitario, primario, direttrice sanitaria"),
    trade(Director, &[Education], "dirigente scolastico, dirigente scolastica, preside, rettore"),
    trade(Senior, &[ArtsAndDesign], "direttore artistico, direttrice artistica, direttore della fotografia"),
    trade(Manager, &[MediaAndCommunication], "capo ufficio stampa, responsabile ufficio stampa"),
    role(
        Manager,
        &[],
        "responsabile, capo, caporeparto, capo reparto, capoufficio, capo ufficio, supervisore, coordinatore generale, referente responsabile, quadro, capo area, capoarea, capo turno, capoturno, capo squadra, caposquadra, vice responsabile, gestore responsabile, capo settore, caposala, manager, capogruppo",
    ),
    trade(
        Manager,
        &[ProgramAndProjectManagement],
        "capo progetto, responsabile di progetto, responsabile progetti, capoprogetto, capocommessa, capo commessa, responsabile di commessa",
    ),
    trade(
        Manager,
        &[Operations],
        "capo cantiere, capocantiere, responsabile di negozio, direttore di negozio, store manager, responsabile punto vendita, capo officina, responsabile di stabilimento, responsabile di filiale, responsabile di produzione, responsabile produzione",
    ),
    rank(Rank::Junior, "neolaureato, neolaureata, neodiplomato"),
    rank(Rank::Assistant, "assistente, aiuto, ausiliario, collaboratore junior"),
    rank(Rank::Associate, "coordinatore, coordinatrice, associato"),
    rank(Rank::Deputy, "vice, facente funzione, ad interim"),
    rank(
        Rank::Student,
        "studente, studentessa, laureando, laureanda, dottorando, dottoranda, studente universitario, studentessa universitaria",
    ),
    rank(
        Rank::Training,
        "tirocinante, stagista, apprendista, tirocinio, praticante, praticante avvocato, specializzando, specializzanda, praticante commercialista",
    ),
    rank(
        Rank::Freelance,
        "libero professionista, libera professionista, indipendente, partita iva, lavoratore autonomo, autonomo, in proprio",
    ),
    rank(Rank::Volunteer, "volontario, volontaria, volontariato"),
    trade(
        Individual,
        &[Sales],
        "venditore, venditrice, agente di commercio, agente di vendita, agente commerciale, addetto alle vendite, addetta alle vendite, addetto vendite, addetta vendite, commesso, commessa, rappresentante, informatore scientifico, funzionario commerciale, tecnico commerciale, consulente commerciale, consulente vendite, impiegato commerciale, impiegata commerciale, assistente alla vendita, consulente di vendita, cassiere, informatrice scientifica, procacciatore, rappresentante di commercio, commerciale, promotore commerciale",
    ),
    trade(
        Individual,
        &[Purchasing],
        "addetto acquisti, addetta acquisti, ufficio acquisti addetto, compratore, impiegato acquisti",
    ),
    trade(
        Individual,
        &[Engineering],
        "ingegnere, ingegnera, sviluppatore, sviluppatrice, programmatore, programmatrice, progettista, disegnatore, tecnico manutentore, manutentore, elettricista, meccanico, ingegnere meccanico, ingegnere civile, ingegnere elettronico, ingegnere gestionale, sviluppatore software, sviluppatore web, disegnatore meccanico, perito industriale, geometra, idraulico, saldatore, tornitore, falegname, progettista meccanico, ingegnere elettrico, ingegnere edile, ingegnere informatico, elettrotecnico, manutentore elettrico",
    ),
    trade(
        Individual,
        &[InformationTechnology],
        "sistemista, tecnico informatico, analista programmatore, amministratore di sistema, informatico, analista dati, consulente informatico, sistemista di rete, analista funzionale, consulente sap, data analyst, tecnico it, tecnico sistemista, consulente it, specialista it",
    ),
    trade(
        Individual,
        &[Accounting],
        "commercialista, contabile, ragioniere, ragioniera, revisore, revisore legale, revisore dei conti, dottore commercialista, impiegata contabile, impiegato contabile, consulente fiscale, addetto contabilità, addetta contabilità, tributarista, controller, controllo di gestione addetto, revisore contabile, addetta alla contabilità, addetto alla contabilità",
    ),
    trade(
        Individual,
        &[Finance],
        "consulente finanziario, consulente finanziaria, promotore finanziario, analista finanziario, bancario, bancaria, assicuratore, agente assicurativo, consulente assicurativo, economista, gestore patrimoni, private banker, consulente patrimoniale, intermediario assicurativo, gestore imprese, broker assicurativo, analista finanziaria, tesoriere, impiegato bancario, mediatore creditizio",
    ),
    trade(
        Individual,
        &[Legal],
        "avvocato, avvocata, avvocatessa, notaio, giurista, legale d impresa, magistrato, giudice, giurista d impresa, consulente legale, mediatore civile, praticante notaio, responsabile della protezione dei dati, procuratore",
    ),
    trade(
        Individual,
        &[HealthcareServices],
        "medico, infermiere, infermiera, farmacista, dentista, odontoiatra, psicologo, psicologa, psicoterapeuta, fisioterapista, chirurgo, veterinario, veterinaria, nutrizionista, ostetrica, oss, operatore socio sanitario, biologo nutrizionista, tecnico di radiologia, logopedista, osteopata, operatrice socio sanitaria, medico chirurgo, medico veterinario, igienista dentale, pediatra, psichiatra, dietista, educatore professionale sanitario, ottico, terapista, cardiologo",
    ),
    trade(
        Individual,
        &[HumanResources],
        "selezionatore, selezionatrice, consulente del lavoro, addetto risorse umane, addetta risorse umane, addetto paghe, specialista risorse umane, addetta paghe, addetto alle risorse umane, addetto amministrazione del personale, addetto hr, recruiter, addetta hr, orientatore, specialista hr, addetta selezione, consulente hr, consulente risorse umane, addetta amministrazione del personale, formatore aziendale",
    ),
    trade(
        Individual,
        &[Education],
        "insegnante, docente, professore, professoressa, maestro, maestra, formatore, formatrice, educatore scuola, insegnante di sostegno, professore associato, professore ordinario, professore a contratto, docente universitario, bibliotecario, istruttore, istruttrice, tutor, maestra d asilo, pedagogista",
    ),
    trade(
        Individual,
        &[Research],
        "ricercatore, ricercatrice, scienziato, scienziata, chimico, chimica industriale, biologo, biologa, tecnico di laboratorio, fisico, assegnista di ricerca, geologo, statistico, biotecnologo, biotecnologa, sociologo, storico, archeologo, borsista di ricerca, matematico, tecnica di laboratorio",
    ),
    trade(
        Individual,
        &[Consulting],
        "consulente strategico, consulente aziendale, consulente direzionale, consulente di direzione, consulente di management, temporary manager consulente, business coach, consulente strategica",
    ),
    trade(
        Individual,
        &[Marketing],
        "addetto marketing, addetta marketing, social media strategist, copywriter e, specialista marketing, organizzatore di eventi, esperto di marketing, pubblicitario, addetto eventi, creatore di contenuti, specialista seo, consulente marketing, marketing specialist, consulente di marketing, stratega digitale, addetta al marketing, organizzatrice di eventi, wedding planner, esperta di marketing",
    ),
    trade(
        Individual,
        &[MediaAndCommunication],
        "giornalista, addetto stampa, addetta stampa, redattore, redattrice, traduttore, traduttrice, scrittore, scrittrice, interprete, ufficio stampa, comunicatore, editore, autore, autrice, addetto alla comunicazione, addetta alla comunicazione, regista, videoreporter, sceneggiatore, addetto comunicazione, addetta comunicazione, speaker radiofonico, conduttore, conduttrice, consulente di comunicazione, produttore, correttore di bozze, portavoce, addetto ufficio stampa",
    ),
    trade(
        Individual,
        &[ArtsAndDesign],
        "grafico, grafica, illustratore, illustratrice, fotografo, fotografa, architetto, architetta, designer, web designer, interior designer, stilista, videomaker, animatore, artista, graphic designer, creativo, creativa, arredatore, arredatrice, grafico pubblicitario, montatore, musicista, attore, attrice, modellista, scenografo, disegnatore grafico, restauratore, urbanista, progettista d interni, orafo, fumettista",
    ),
    trade(
        Individual,
        &[CustomerSuccessAndSupport],
        "operatore call center, addetto assistenza clienti, addetta assistenza clienti, addetto customer care, addetta customer care, tecnico assistenza, operatrice call center, addetto customer service, addetta customer service, addetto al servizio clienti, addetta al servizio clienti, tecnico di assistenza, impiegato customer service, impiegata customer service, operatore telefonico, addetta al customer care",
    ),
    trade(
        Individual,
        &[CommunityAndSocialServices],
        "assistente sociale, educatore, educatrice, operatore sociale, educatore professionale, mediatore culturale, mediatrice culturale, operatrice sociale, sacerdote, educatrice professionale, animatore sociale, progettista sociale, operatore umanitario, attivista, parroco",
    ),
    trade(
        Individual,
        &[MilitaryAndProtectiveServices],
        "vigile del fuoco, carabiniere, poliziotto, poliziotta, militare, guardia giurata, agente di polizia, ufficiale, soldato, finanziere, vigile urbano, maresciallo, ispettore di polizia, agente di polizia locale, capitano, guardia di finanza, colonnello, tenente, addetto alla sicurezza, assistente capo, commissario di polizia",
    ),
    trade(
        Individual,
        &[RealEstate],
        "agente immobiliare, consulente immobiliare, amministratore di condominio, amministratore di condomini, mediatore immobiliare, property finder, amministratrice di condominio, perito immobiliare, amministratrice di condomini, valutatore immobiliare, consulente immobiliare senior, gestore immobiliare, amministratore condominiale",
    ),
    trade(
        Individual,
        &[Operations],
        "magazziniere, autista, cuoco, cameriere, operaio, operaia, spedizioniere, impiegato logistica, addetto logistica, pianificatore, chef, operatore di produzione, addetto produzione, mulettista, agronomo, addetto al magazzino, impiegata logistica, addetta logistica, barista, pizzaiolo, panettiere, pasticcere, addetto alla produzione, rspp, tecnico della prevenzione, contadino, agricoltore, muratore, pilota, impiegato ufficio estero, addetto spedizioni, guida turistica, portalettere, assistente di volo, operatore ecologico, corriere, albergatore, enologo, receptionist hotel",
    ),
    trade(
        Individual,
        &[QualityAssurance],
        "addetto qualità, addetta qualità, tecnico qualità, ispettore qualità, addetto controllo qualità, collaudatore, tester, addetta controllo qualità, ingegnere qualità, auditor qualità, tecnico controllo qualità, addetto al controllo qualità",
    ),
    trade(
        Individual,
        &[Administrative],
        "impiegato, impiegata, segretario, segretaria, impiegato amministrativo, impiegata amministrativa, addetto amministrativo, addetta amministrativa, receptionist, centralinista, funzionario amministrativo, segretario generale, istruttore amministrativo, impiegata ufficio, addetta alla segreteria, operatore amministrativo, segretaria amministrativa",
    ),
    trade(
        Entry,
        &[Administrative],
        "assistente di direzione, assistente amministrativo, assistente amministrativa, assistente personale, segretaria di direzione, assistente virtuale, assistente alla direzione",
    ),
    trade(
        Individual,
        &[ProgramAndProjectManagement],
        "project specialist, progettista europeo, europrogettista, responsabile pianificazione progetti addetto",
    ),
    role(
        Individual,
        &[],
        "addetto, addetta, tecnico, tecnica, specialista, analista, operatore, operatrice, funzionario, funzionaria, agente, incaricato, incaricata, professionista, perito, dipendente, gestore, collaboratore, collaboratrice, referente, ispettore, sindaco, assessore, deputato, politico, lavoratore, divulgatore, divulgatrice, mediatore, esaminatore, rappresentante legale",
    ),
    role(Senior, &[], "esperto, esperta, mastro"),
    topic(
        &[Sales],
        "vendite, vendita, commerciale, clienti direzionali, rete vendita, sviluppo commerciale, area commerciale, grandi clienti, export e vendite, esportare, estero, trade e vendite, key client",
    ),
    topic(&[Purchasing], "acquisti, approvvigionamento, approvvigionamenti, fornitori, ufficio acquisti, acquisto"),
    topic(
        &[Marketing],
        "pubblicità, marchio, eventi, contenuti, comunicazione e marketing, marketing e comunicazione, marketing digitale, strategia digitale, social network, promozione, brand e, campagne, posizionamento, e commerce",
    ),
    topic(
        &[MediaAndCommunication],
        "comunicazione, stampa, relazioni pubbliche, editoria, giornalismo, comunicazione interna, relazioni esterne, comunicazione istituzionale, comunicazione aziendale, relazioni istituzionali, radio e tv, traduzione, cinema, traduzioni, affari istituzionali, comunicazione digitale",
    ),
    topic(
        &[HumanResources],
        "risorse umane, selezione, personale, formazione, ricerca e selezione, paghe, amministrazione del personale, sviluppo organizzativo, gestione del personale, lavoro, relazioni industriali, selezione del personale, paghe e contributi, persone, talenti, welfare, ricerca e selezione del personale",
    ),
    topic(
        &[Finance],
        "finanza, finanziario, finanziaria, controllo di gestione, tesoreria, banca, assicurazioni, credito, investimenti, amministrativo e finanziario, amministrazione e finanza, amministrazione finanza e controllo, risparmio, patrimonio, pianificazione e controllo, gestione del rischio, recupero crediti, rischio, assicurativo, pianificazione finanziaria, economia",
    ),
    topic(
        &[Accounting],
        "contabilità, fiscale, bilancio, revisione, tributario, contabili, contabilità e bilancio, fatturazione",
    ),
    topic(
        &[Engineering],
        "ingegneria, sviluppo software, manutenzione, progettazione, meccanica, elettronica, sviluppo web, tecnico, tecnica, automazione, impianti, cantiere, lavori, ricerca e sviluppo, ufficio tecnico, ingegneria meccanica, intelligenza artificiale, sviluppo, meccatronica, robotica, ingegneria civile, edilizia e progettazione, elettrico, ingegneria gestionale, programmazione, industrializzazione, ingegneria informatica, applicazioni, sviluppo prodotto",
    ),
    topic(
        &[InformationTechnology],
        "informatica, sistemi informativi, rete, reti, dati, sicurezza informatica, ict, infrastrutture, analisi dati, tecnologie informatiche, infrastruttura, sistemi informatici, cybersicurezza, basi di dati, analisi dei dati",
    ),
    soft(
        &[InformationTechnology],
        "tecnologia, digitale, trasformazione digitale, digitalizzazione, sistemi, tecnologie",
    ),
    topic(
        &[Operations],
        "produzione, logistica, magazzino, operativo, stabilimento, operazioni, supply chain e, sicurezza sul lavoro, spedizioni, sostenibilità, trasporti, turismo, ristorazione, ambiente e sicurezza, import export, ufficio estero, negozio, dogana, filiale, hotellerie, agricoltura, ambiente, pianificazione della produzione, trasporto, flotta, ambiente salute e sicurezza, accoglienza turistica",
    ),
    soft(
        &[Operations],
        "strategia, processi, organizzazione, gestione, pianificazione, miglioramento continuo, innovazione, trasformazione, gestione aziendale, economia aziendale, strategico, strategica",
    ),
    topic(
        &[QualityAssurance],
        "qualità, controllo qualità, assicurazione qualità, collaudo, sistema qualità, sistemi di gestione qualità, gestione qualità, sicurezza alimentare, certificazione qualità, test e collaudi",
    ),
    topic(
        &[Legal],
        "legale, diritto, penalista, civilista, contratti, affari legali, societario, conformità, diritto del lavoro, affari societari, affari regolatori, diritto civile, diritto penale, giurisprudenza, ufficio legale, tributario e, contenzioso, normativa, lavorista, amministrativista, proprietà intellettuale",
    ),
    topic(
        &[Research],
        "ricerca, scienza, laboratorio, biologia, chimica, scienze, ricerche di mercato, fisica, biotecnologie, biotecnologia, statistica, ricerca clinica, neuroscienze",
    ),
    topic(
        &[Education],
        "scuola primaria, insegnamento, istruzione, didattica, formazione professionale, matematica, lettere, università e, educazione, sostegno, scuola secondaria, scuola dell infanzia, pedagogia, inglese, orientamento",
    ),
    topic(
        &[HealthcareServices],
        "sanità, medicina, infermieristica, salute, farmacia, medica, di base, sanitario, sanitaria, clinica, riabilitazione, psicologia, chirurgia, cardiologia, fisioterapia, nutrizione, odontoiatria, salute mentale, radiologia, assistenza sanitaria, ospedaliera",
    ),
    topic(
        &[CommunityAndSocialServices],
        "sociale, terzo settore, cooperazione internazionale, no profit, servizi sociali, raccolta fondi, non profit, sociali, cooperazione, inclusione sociale, politiche sociali, disabilità, servizio civile, minori, servizi alla persona",
    ),
    topic(
        &[MilitaryAndProtectiveServices],
        "polizia, esercito, difesa, vigilanza, polizia locale, marina militare, aeronautica militare, polizia di stato, arma dei carabinieri, protezione civile, sicurezza privata, forze armate, polizia municipale, antincendio, sicurezza aziendale",
    ),
    topic(
        &[RealEstate],
        "immobiliare, immobili, condomini, patrimonio immobiliare, gestione immobiliare, compravendita immobiliare, immobiliari, locazioni",
    ),
    topic(
        &[CustomerSuccessAndSupport],
        "assistenza clienti, servizio clienti, assistenza, post vendita, clienti, customer care, assistenza tecnica, supporto, supporto clienti, esperienza cliente, soddisfazione del cliente, servizi al cliente, relazioni con i clienti, fidelizzazione",
    ),
    topic(&[ProductManagement], "prodotto, prodotti, gestione prodotto"),
    topic(
        &[ProgramAndProjectManagement],
        "progetto, progetti, gestione progetti, project management e, commessa, commesse, gestione di progetti, pianificazione progetti",
    ),
    topic(
        &[BusinessDevelopment],
        "sviluppo business, partnership e, sviluppo del business, alleanze, nuovi mercati, sviluppo mercato, sviluppo di impresa",
    ),
    topic(
        &[Administrative],
        "amministrazione, segreteria, amministrativo, amministrativa, ufficio, servizi generali, affari generali, pubblica amministrazione, protocollo",
    ),
    topic(
        &[ArtsAndDesign],
        "illustrazione, fotografia, progettazione grafica, moda, arte, architettura, interni, grafica e, direzione artistica, design industriale, design d interni, video editing, arredamento, animazione, creatività, musica, identità visiva, video, interior design, arredo, beni culturali, spettacolo",
    ),
    topic(&[Consulting], "consulenza, consulenza direzionale, consulenza aziendale, consulenza strategica, coaching e"),
    topic(&[Entrepreneurship], "imprenditoria, imprenditorialità"),
    plain(At, "presso, c o"),
    plain(MaybeAt, "in, all, alla, al, allo, alle, nella, nel, nell, per"),
    plain(Of, "di, del, della, dell, dello, dei, delle, degli"),
    plain(Preposition, "da, a, su, tra, fra, sul, sulla, ai, agli, nei, nelle, dal, dalla"),
    plain(
        Cut,
        "con, che, specializzato in, specializzata in, appassionato di, appassionata di, aiuto le, anni di esperienza, alla ricerca di, in cerca di, dove, perché, appassionata, appassionato, esperto di crescita, iscritto all albo, da anni, oltre",
    ),
    plain(And, "e, ed, o, nonché"),
    plain(Article, "il, lo, la, i, gli, le, l, un, uno, una"),
    plain(Praise, "sono, attualmente, certificato, certificata, iscritto, libero"),
    plain(Former, "ex, già, in precedenza, precedentemente, pensionato, pensionata, in pensione"),
    plain(
        Wanted,
        "in cerca di, alla ricerca di, aspirante, futuro, futura, in cerca di occupazione, cerco, disponibile, in attesa di occupazione, in cerca di nuove opportunità, alla ricerca di nuove opportunità, in transizione, cerco lavoro",
    ),
    plain(
        Slogan,
        "aiuto, aiuto le, aiuto gli, aiuto i, aiutiamo, aiutare, aiutando, appassionato, appassionata, appassionato di, appassionata di, creo, creiamo, trasformo, costruisco, realizzo, il tuo, la tua, accompagno, connetto, io, noi, come, trasformiamo, insieme, perché, se, vuoi, ti aiuto, rendo, supporto, sviluppo le, porto, sempre, nato, amo, credo, racconto, faccio",
    ),
    plain(
        Known,
        "aziende, azienda, imprese, impresa, pmi, anni, esperienza, persone e, futuro, vita, mondo, passione, opportunità, lavoro e, settore, mercato, energia, automotive, edilizia, lusso, alimentare, gdo, nord italia, centro sud, team, squadra, leadership e, cambiamento, innovazione e, laurea, laureato, laureata, diploma, master, donne, uomini, bambini, famiglia, crescita, risultati, soluzioni, servizi, pubblico, privato, internazionale, nazionale, territorio, valore, cultura, industria, industriale, area, nord, centro, sud, zona, aziendale, aziendali, mercati esteri, benessere, made in italy, enogastronomia, largo consumo, reparto, dipartimento, settore, ufficio, squadra, linea",
    ),
    plain(
        Organisation,
        "studio legale, società, ditta, officine, officina, pasticceria, ristorante, ospedale, comune, regione, provincia, asl, ministero, cooperativa, agenzia, editore spa, università degli studi, politecnico, liceo, consorzio, farmacia di, croce rossa, cantina, azienda agricola, azienda ospedaliera, gruppo editoriale, cnr, associazione, confindustria, camera di commercio, camera, hotel, tribunale, assicurazione, costruzioni, caffè, trattoria, poste italiane, istituto comprensivo, centro, policlinico",
    ),
    advice(Individual, "consulente, coach"),
];
