//! German.

use super::Kind::{
    And, Article, At, Cut, Former, Known, MaybeAt, Of, Organisation, Praise, Preposition, Slogan, Wanted,
};
use super::{Rank, Row, Table, advice, industry, plain, rank, role, side, soft, topic, trade};
use crate::Function::{
    Accounting, Administrative, ArtsAndDesign, BusinessDevelopment, CommunityAndSocialServices, Consulting,
    CustomerSuccessAndSupport, Education, Engineering, Entrepreneurship, Finance, HealthcareServices, HumanResources,
    InformationTechnology, Legal, Marketing, MediaAndCommunication, MilitaryAndProtectiveServices, Operations,
    ProductManagement, ProgramAndProjectManagement, Purchasing, QualityAssurance, RealEstate, Research, Sales,
};
use crate::Lang;
use crate::Seniority::{Cxo, Director, Entry, Individual, Manager, Owner, Partner, Senior, Vp};

pub(super) const TABLE: Table = Table { lang: Some(Lang::De), rows: ROWS, endings: ENDINGS };

/// Words that end a compound: "Vertriebs-leiter".
const ENDINGS: &str = "leiter, leiterin, leitung, manager, managerin, chef, chefin, direktor, direktorin, referent, referentin, berater, beraterin, entwickler, entwicklerin, ingenieur, ingenieurin, assistent, assistentin, assistenz, student, studentin, mitarbeiter, mitarbeiterin, kaufmann, kauffrau, techniker, technikerin, meister, meisterin, spezialist, spezialistin, vorstand, experte, expertin, designer, designerin, praktikant, praktikantin, trainer, trainerin, lehrer, lehrerin, analyst, analystin, koordinator, koordinatorin, beauftragter, beauftragte, arzt, ärztin, pfleger, pflegerin, anwalt, anwältin, makler, maklerin, verwalter, verwalterin, verkäufer, verkäuferin, einkäufer, einkäuferin, redakteur, redakteurin, forscher, forscherin, pädagoge, pädagogin, architekt, architektin, prüfer, prüferin, buchhalter, buchhalterin, administrator, administratorin, inhaber, inhaberin, gründer, gründerin, planer, planerin, kommunikation, entwicklung, vertrieb, einkauf, recht, technik, logistik, produktion, sicherung, management, marketing, bau, forschung, beratung, controlling, pflege, steuerung, vermittlung, beamter, beamtin, helfer, helferin, azubi, lehrling, volontär, volontärin, sekretärin, psychologe, psychologin, therapeut, therapeutin, informatiker, informatikerin, controller, controllerin, coach, agent, vertreter, vertreterin, sprecher, sprecherin, fahrer";

const ROWS: &[Row] = &[
    trade(
        Owner,
        &[Entrepreneurship],
        "gründer, mitgründer, mitbegründer, gründer und geschäftsführer, inhaber, mitinhaber, geschäftsführender gesellschafter, gründungsgesellschafter, unternehmer, eigentümer, firmeninhaber, existenzgründer, jungunternehmer, gründer & geschäftsführer, founder & geschäftsführer, inhabergeführt, founder und geschäftsführer, gründerin, geschäftsinhaber",
    ),
    role(
        Partner,
        &[BusinessDevelopment],
        "gesellschafter, teilhaber, sozius, partnerin, geschäftsführender partner, kommanditist, kanzleipartner",
    ),
    trade(
        Cxo,
        &[Operations],
        "geschäftsführer, geschäftsführung, geschäftsleitung, mitglied der geschäftsleitung, mitglied der geschäftsführung, vorstand, vorständin, vorstandsvorsitzender, vorstandsvorsitzende, vorstandsmitglied, mitglied des vorstands, vorsitzender, vorsitzende, vorsitzender der geschäftsführung, präsident, generaldirektor, geschäftsleiter, geschaeftsfuehrer, vorstandssprecher, co geschäftsführer, ceo und geschäftsführer, generalbevollmächtigter, hauptgeschäftsführer, vorstandschef, intendant",
    ),
    trade(Cxo, &[Finance], "finanzvorstand, vorstand finanzen, kaufmännischer geschäftsführer"),
    trade(Cxo, &[InformationTechnology, Engineering], "technischer geschäftsführer"),
    trade(Cxo, &[HumanResources], "personalvorstand, arbeitsdirektor"),
    trade(Cxo, &[Sales], "vertriebsvorstand"),
    side(
        Cxo,
        &[],
        "aufsichtsrat, aufsichtsratsmitglied, aufsichtsratsvorsitzender, beirat, beiratsmitglied, beirätin, verwaltungsrat, verwaltungsratspräsident, stiftungsrat, mitglied des aufsichtsrats",
    ),
    role(Vp, &[], "vizepräsident"),
    role(
        Director,
        &[],
        "direktor, leiter, leitung, bereichsleiter, bereichsleitung, bereichsvorstand, hauptabteilungsleiter, ressortleiter, geschäftsbereichsleiter, standortleiter, niederlassungsleiter, regionaldirektor, gesamtleitung, leitende, leitender, spartenleiter, regionalleiter, landesleiter, institutsleiter, prokurist, einrichtungsleitung",
    ),
    trade(
        Director,
        &[Finance],
        "kaufmännischer leiter, kaufmännische leitung, leiter rechnungswesen und controlling, finanzdirektor, finanzleiter",
    ),
    trade(Director, &[Engineering], "technischer leiter, technische leitung, entwicklungsleiter"),
    trade(
        Director,
        &[Operations],
        "betriebsleiter, betriebsleitung, werkleiter, werksleiter, werkleitung, produktionsleiter, produktionsleitung",
    ),
    trade(Director, &[Education], "schulleiter, schulleitung, rektor, dekan"),
    trade(Director, &[HealthcareServices], "chefarzt, klinikleiter, klinikdirektor, ärztlicher direktor"),
    trade(Director, &[MediaAndCommunication], "chefredakteur"),
    trade(Senior, &[HealthcareServices], "oberarzt, leitender oberarzt, facharzt"),
    trade(Senior, &[ArtsAndDesign], "art direktor, artdirektor, artdirector, bildregisseur"),
    role(
        Manager,
        &[],
        "abteilungsleiter, abteilungsleitung, teamleiter, teamleitung, gruppenleiter, gruppenleitung, referatsleiter, referatsleitung, sachgebietsleiter, schichtleiter, meister, vorarbeiter, manager, chef, stellvertretender leiter, fachbereichsleiter, fachgruppenleiter, geschäftsstellenleiter, führungskraft, bezirksleiter, gebietsleiter, dezernent, stabsstellenleiter, einsatzleiter, fachleiter, dienststellenleiter, teamchef",
    ),
    trade(
        Manager,
        &[Operations],
        "filialleiter, marktleiter, restaurantleiter, lagerleiter, fertigungsleiter, hotelleiter, küchenchef, bauleiter, polier, hausleitung",
    ),
    trade(
        Manager,
        &[ProgramAndProjectManagement],
        "projektleiter, projektleitung, projektmanager, programmleiter, programmmanager, teilprojektleiter, projektmanagerin",
    ),
    trade(Manager, &[ProductManagement], "produktmanager, produktleiter"),
    trade(Manager, &[QualityAssurance], "qualitätsmanager, qualitätsmanagementbeauftragter, qm beauftragter"),
    trade(
        Manager,
        &[HealthcareServices],
        "pflegedienstleitung, pflegedienstleiter, stationsleitung, stationsleiter, pdl, praxismanager, wohnbereichsleitung, heimleiter, pflegedirektor",
    ),
    trade(Manager, &[Administrative], "büroleiter, büroleitung, officemanager"),
    trade(Manager, &[CommunityAndSocialServices], "kita leitung, kitaleitung"),
    rank(Rank::Senior, "erfahrener, erfahrene"),
    rank(Rank::Junior, "nachwuchs, berufseinsteiger, angehende, angehender, absolvent, hochschulabsolvent"),
    rank(Rank::Assistant, "assistent, assistenz, hilfskraft, aushilfe, gehilfe, sekretär, direktionsassistent"),
    rank(Rank::Associate, "koordinator, koordination"),
    rank(
        Rank::Deputy,
        "stellvertretender, stellvertretende, stv, stellv, stellvertreter, kommissarischer, kommissarische",
    ),
    rank(Rank::Student, "studierende, studierender, studi"),
    rank(
        Rank::Training,
        "praktikant, praktikum, werkstudent, auszubildender, auszubildende, azubi, azubine, ausbildung, trainee programm, volontär, volontariat, referendar, rechtsreferendar, lehrling, dualer student, duale studentin, duales studium, dual student, doktorand, promovend, bachelorand, masterand, studentische hilfskraft, hiwi, lehramtsstudent, lehramtsreferendar, umschüler, schüler, fsjler",
    ),
    rank(
        Rank::Freelance,
        "freiberufler, freiberuflich, freiberufliche, freiberuflicher, selbstständig, selbständig, selbstständige, selbstständiger, selbständige, selbständiger, freelancerin, freie mitarbeit, freier mitarbeiter, freie, freier, freischaffend, freischaffende, freischaffender, einzelunternehmer",
    ),
    rank(Rank::Volunteer, "ehrenamt, ehrenamtlich, ehrenamtliche, ehrenamtlicher, freiwilliger, freiwillige"),
    trade(
        Individual,
        &[Sales],
        "verkäufer, vertriebsmitarbeiter, außendienstmitarbeiter, außendienst, vertriebler, handelsvertreter, vertriebsbeauftragter, kundenberater, verkaufsberater, fachverkäufer, vertriebsingenieur, innendienst, vertriebsinnendienst, kundenbetreuer, key accounter, account managerin, vertriebspartner, außendienstler, automobilverkäufer, einzelhandelskaufmann, kaufmann im einzelhandel",
    ),
    trade(
        Individual,
        &[Purchasing],
        "einkäufer, strategischer einkäufer, operativer einkäufer, facheinkäufer, lieferantenmanager",
    ),
    trade(
        Individual,
        &[Engineering],
        "entwickler, softwareentwickler, ingenieur, konstrukteur, programmierer, software entwickler, webentwickler, mechatroniker, elektriker, elektroniker, mechaniker, industriemechaniker, maschinenbauingenieur, bauingenieur, wirtschaftsingenieur, elektroingenieur, entwicklungsingenieur, prozessingenieur, projektingenieur, verfahrensingenieur, anwendungsentwickler, technischer zeichner, kfz mechatroniker, anlagenmechaniker, servicetechniker, vermessungsingenieur, statiker, installateur, schlosser, tischler, zimmermann, dachdecker, schreiner",
    ),
    trade(
        Individual,
        &[InformationTechnology],
        "systemadministrator, informatiker, fachinformatiker, wirtschaftsinformatiker, it systemadministrator, it administrator, it berater, datenanalyst, it spezialist, sap berater, datenbankadministrator, netzwerkadministrator, systemintegrator, systemingenieur, it systemkaufmann, datenwissenschaftler, it sicherheitsbeauftragter",
    ),
    trade(
        Individual,
        &[Accounting],
        "buchhalter, bilanzbuchhalter, finanzbuchhalter, steuerberater, wirtschaftsprüfer, steuerfachangestellter, steuerfachangestellte, lohnbuchhalter, debitorenbuchhalter, kreditorenbuchhalter, controller, revisor, steuerfachwirt, betriebsprüfer",
    ),
    trade(
        Individual,
        &[Finance],
        "bankkaufmann, bankkauffrau, finanzberater, vermögensberater, versicherungsmakler, versicherungsvertreter, firmenkundenberater, privatkundenberater, bankberater, finanzanalyst, versicherungskaufmann, versicherungskauffrau, anlageberater, volkswirt, wertpapierberater, bankfachwirt, kreditanalyst, baufinanzierungsberater, finanzierungsberater, aktuar, schadenregulierer, finanzplaner, fondsmanager",
    ),
    trade(
        Individual,
        &[Legal],
        "rechtsanwalt, anwalt, jurist, syndikusrechtsanwalt, notar, richter, staatsanwalt, syndikus, rechtsanwaltsfachangestellte, datenschutzbeauftragter, wirtschaftsjurist, patentanwalt, fachanwalt, justiziar, unternehmensjurist, rechtsreferent, compliance beauftragter, compliance beauftragte",
    ),
    trade(
        Individual,
        &[HealthcareServices],
        "arzt, ärztin, zahnarzt, krankenpfleger, krankenschwester, pflegefachkraft, pflegefachmann, pflegefachfrau, altenpfleger, apotheker, physiotherapeut, ergotherapeut, logopäde, psychologe, psychotherapeut, hebamme, medizinische fachangestellte, notfallsanitäter, tierarzt, heilpraktiker, assistenzarzt, hausarzt, kinderarzt, pflegekraft, osteopath, rettungssanitäter, pharmareferent, optiker, augenoptiker, pharmazeut, gesundheits und krankenpfleger, zahntechniker, ernährungsberater, radiologe, chirurg, anästhesist",
    ),
    trade(
        Individual,
        &[HumanResources],
        "personalreferent, personalberater, personaler, recruiterin, personalvermittler, personaldisponent, personalentwickler, personalsachbearbeiter, hr referent, entgeltabrechner, personalfachkaufmann, personalfachkauffrau, lohn und gehaltsabrechner, betriebsrat, betriebsratsvorsitzender, personalkaufmann",
    ),
    trade(
        Individual,
        &[Education],
        "lehrer, dozent, lehrkraft, ausbilder, erzieher, professor, lehrbeauftragter, lehrbeauftragte, bibliothekar, fachlehrer, grundschullehrer, gymnasiallehrer, hochschullehrer, studienrat, trainerin, juniorprofessor, privatdozent, pädagoge, nachhilfelehrer, schulbegleiter",
    ),
    trade(
        Individual,
        &[Research],
        "wissenschaftler, forscher, wissenschaftlicher mitarbeiter, wissenschaftliche mitarbeiterin, chemiker, biologe, physiker, laborant, chemielaborant, mathematiker, wissenschaftliche referentin, wissenschaftlicher referent, marktforscher, postdoktorand, soziologe, historiker, geologe, bta, cta",
    ),
    trade(
        Individual,
        &[Consulting],
        "unternehmensberater, strategieberater, managementberater, organisationsberater, unternehmensberatung, coach und berater, sachverständiger, gutachter, wirtschaftsberater, prozessberater",
    ),
    trade(
        Individual,
        &[Marketing],
        "werbetexter, texter, online marketer, marketingreferent, marketing referent, content creatorin, mediaplaner, kaufmann für marketingkommunikation, veranstaltungskaufmann, veranstaltungskauffrau, marketingspezialist, marketingfachkraft, eventplaner, social media redakteur, werbekaufmann, marketingberater, marketingkaufmann, messebauer",
    ),
    trade(
        Individual,
        &[MediaAndCommunication],
        "redakteur, journalist, pressesprecher, autor, moderator, übersetzer, lektor, kommunikationsberater, kommunikationsreferent, öffentlichkeitsarbeiter, dolmetscher, pressereferent, reporter, pr berater, regisseur, kameramann, tontechniker, mediengestalter bild und ton, unternehmenssprecher, schriftsteller, filmemacher",
    ),
    trade(
        Individual,
        &[ArtsAndDesign],
        "grafiker, grafikdesigner, gestalter, mediengestalter, designer, fotograf, illustrator, architekt, innenarchitekt, mediendesigner, webdesigner, kommunikationsdesigner, produktdesigner, künstler, raumausstatter, landschaftsarchitekt, stadtplaner, bauzeichner, cutter, motion designerin, modedesigner, konzepter, game designer, bühnenbildner, schauspieler, musiker, videograf, industriedesigner, kreativer, kreative, innenarchitektin",
    ),
    trade(
        Individual,
        &[CustomerSuccessAndSupport],
        "kundenservice mitarbeiter, servicemitarbeiter, kundendienstmitarbeiter, call center agent, callcenter agent, supportmitarbeiter, anwendungsbetreuer, kundendienst, serviceberater",
    ),
    trade(
        Individual,
        &[CommunityAndSocialServices],
        "sozialarbeiter, sozialpädagoge, streetworker, pfarrer, pastor, seelsorger, heilerziehungspfleger, jugendreferent, sozialbetreuer, diakon, integrationshelfer, fundraiserin, heilpädagoge, sozialberater, schuldnerberater, jugendbetreuer",
    ),
    trade(
        Individual,
        &[MilitaryAndProtectiveServices],
        "polizist, polizeibeamter, polizeibeamtin, polizeikommissar, kriminalbeamter, soldat, feuerwehrmann, feuerwehrfrau, offizier, unteroffizier, hauptmann, oberst, major, oberstleutnant, sicherheitsmitarbeiter, kriminalkommissar, brandmeister, wachmann, leutnant, kommissar, zollbeamter, justizvollzugsbeamter, personenschützer, oberleutnant, feldwebel",
    ),
    trade(
        Individual,
        &[RealEstate],
        "immobilienmakler, makler, hausverwalter, immobilienverwalter, immobilienkaufmann, immobilienkauffrau, immobilienberater, wegverwalter, property managerin, immobilienbewerter, immobiliengutachter, hausmeister, facility managerin, immobilienfachwirt, projektentwickler immobilien, liegenschaftsverwalter",
    ),
    trade(
        Individual,
        &[Operations],
        "logistiker, disponent, lagerist, fachkraft für lagerlogistik, speditionskaufmann, lkw fahrer, berufskraftfahrer, koch, köchin, landwirt, produktionsmitarbeiter, maschinenführer, anlagenführer, hotelfachmann, hotelfachfrau, lagerarbeiter, arbeitsvorbereiter, nachhaltigkeitsmanager, kaufmann für spedition und logistikdienstleistung, bäcker, industriekaufmann, industriekauffrau, betriebswirt, prozessmanager, produktionsplaner, fertigungsplaner, sicherheitsingenieur, fachkraft für arbeitssicherheit, pilot, busfahrer, lokführer, umweltbeauftragter, supply chain managerin, zerspanungsmechaniker, gärtner, kellner, reiseverkehrskauffrau, winzer, lagerlogistiker",
    ),
    trade(
        Individual,
        &[QualityAssurance],
        "qualitätsprüfer, qualitätsbeauftragter, qualitätsingenieur, qualitätssicherer, prüfer, testmanager, softwaretester, qualitätstechniker, messtechniker",
    ),
    trade(
        Individual,
        &[Administrative],
        "sekretärin, bürokaufmann, bürokauffrau, verwaltungsfachangestellter, verwaltungsfachangestellte, kaufmann für büromanagement, kauffrau für büromanagement, empfangsmitarbeiter, chefsekretärin, verwaltungsfachwirt, verwaltungsangestellter, verwaltungsangestellte, bürokraft, standesbeamter, empfangskraft, verwaltungsmitarbeiter, bürofachkraft, schreibkraft, verwaltungsbeamter",
    ),
    trade(
        Entry,
        &[Administrative],
        "assistent der geschäftsführung, assistenz der geschäftsführung, assistent der geschäftsleitung, assistenz der geschäftsleitung, vorstandsassistent, vorstandsassistenz, teamassistent, teamassistenz, direktionsassistent, direktionsassistenz, chefassistent, büroassistent, sachbearbeiter verwaltung, assistent des vorstands, fremdsprachensekretärin, assistenz des vorstands",
    ),
    trade(
        Individual,
        &[ProgramAndProjectManagement],
        "projektmitarbeiter, projektkoordinator, projektreferent, projektsteuerer, projektplaner",
    ),
    trade(Entry, &[ProgramAndProjectManagement], "projektassistenz, projektassistent"),
    role(
        Individual,
        &[],
        "referent, sachbearbeiter, mitarbeiter, kaufmann, kauffrau, spezialist, fachkraft, techniker, angestellter, angestellte, beauftragter, beauftragte, fachangestellte, analyst, betreuer, beamter, beamtin, fachwirt, vertreter, sprecher, verwalter, planer, trainer, therapeut, psychologe, helfer, abgeordneter, bürgermeister, politiker, agent, gestalterin, architektin, administrator, fachreferent, kollege, macher, vermittler, facharbeiter, quereinsteiger, fahrer, bevollmächtigter, verantwortlicher, verantwortliche, ansprechpartner, mitglied, redaktion",
    ),
    role(Senior, &[], "experte, fachexperte, sachkundiger, koryphäe"),
    topic(
        &[Sales],
        "vertrieb, verkauf, vertriebs, kundenbetreuung, vertriebssteuerung, großkunden, außendienstvertrieb, handel, einzelhandel, privatkunden, firmenkunden, kundenakquise, neukundengewinnung, geschäftskunden, b2b vertrieb, export und vertrieb",
    ),
    topic(
        &[Purchasing],
        "einkauf, beschaffung, einkaufs, strategischer einkauf, lieferantenmanagement, materialwirtschaft, zentraleinkauf, warengruppenmanagement",
    ),
    topic(
        &[Marketing],
        "werbung, markenführung, marketingkommunikation, marke, online marketing, marken, produktmarketing, vermarktung, veranstaltungen, messen, kampagnen, inhalte, marketing und vertrieb",
    ),
    topic(
        &[MediaAndCommunication],
        "kommunikation, unternehmenskommunikation, öffentlichkeitsarbeit, presse, medien, pressearbeit, redaktion und text, interne kommunikation, presse und öffentlichkeitsarbeit, presse, medienarbeit, rundfunk, fernsehen, hörfunk, verlagswesen, journalismus",
    ),
    topic(
        &[HumanResources],
        "personal, personalentwicklung, personalwesen, personalabteilung, personalmanagement, personals, fachkräfte, personalgewinnung, weiterbildung, personalmarketing, entgeltabrechnung, organisationsentwicklung, personalführung, recruiting und personal, ausbildung und personal, arbeitgebermarke, mitarbeiterentwicklung, lohn, gehalt, lohn und gehalt, vergütung, personalverwaltung",
    ),
    topic(
        &[Finance],
        "finanzen, finanz, finanzierung, treasury und finanzen, bank, banken, versicherungen, versicherungs, vermögensverwaltung, risikomanagement, kredit, vermögen, finanzwesen, finanzplanung, investitionen, wertpapiere, betriebswirtschaft finanzen, beteiligungen, zahlungsverkehr, baufinanzierung, altersvorsorge, controlling, finanz und rechnungswesen, unternehmensplanung",
    ),
    topic(
        &[Accounting],
        "buchhaltung, rechnungswesen, steuern, steuer, bilanzierung, revision, finanzbuchhaltung, lohnbuchhaltung, konzernrechnungswesen, bilanz, jahresabschluss, wirtschaftsprüfung, steuerrecht, interne revision",
    ),
    topic(
        &[Engineering],
        "entwicklung, softwareentwicklung, technik, maschinenbau, konstruktion, elektrotechnik, forschung und entwicklung, produktentwicklung, hochbau, tiefbau, anlagenbau, instandhaltung, ingenieurwesen, mechatronik, bauwesen, webentwicklung, automatisierung, automatisierungstechnik, verfahrenstechnik, bau, technische, technischer, haustechnik, gebäudetechnik, sondermaschinenbau, fertigungstechnik, messtechnik, energietechnik, medizintechnik, software entwicklung, versuch, fahrzeugtechnik, informatik, systementwicklung, metallbau",
    ),
    topic(
        &[InformationTechnology],
        "informationstechnologie, edv, informationssicherheit, it sicherheit, datenschutz it, systemadministration, digitalisierung it, daten, datenanalyse, wirtschaftsinformatik, netzwerk, netzwerke, rechenzentrum, anwendungsbetreuung, it infrastruktur, cybersicherheit, software as a service, systeme, informations",
    ),
    soft(&[InformationTechnology], "digitalisierung, digitale transformation, digitales"),
    topic(
        &[Operations],
        "produktion, logistik, fertigung, supply chain und logistik, lager, betrieb, materialfluss, spedition, disposition, arbeitssicherheit, nachhaltigkeit, produktions, versand, transport und logistik, montage, gastronomie, hotellerie, lieferkette, umweltschutz, filial, fuhrpark, arbeitsvorbereitung, umwelt, luftfahrt, landwirtschaft, energiewirtschaft, zoll, außenhandel, tourismus, schicht, werk, betriebs, filiale",
    ),
    soft(
        &[Operations],
        "prozesse, strategie, prozessmanagement, organisation, unternehmensentwicklung, unternehmensführung, prozessoptimierung, prozess, betriebswirtschaft, unternehmensstrategie, innovationsmanagement, transformation und wandel, bwl",
    ),
    topic(
        &[QualityAssurance],
        "qualität, qualitätssicherung, qualitätsmanagement, qualitäts, prüfung, qualitätskontrolle, qm, qs, qualitätswesen",
    ),
    topic(
        &[Legal],
        "recht, arbeitsrecht, rechts, steuerrecht und recht, vertragsrecht, datenschutz, rechtsabteilung, gesellschaftsrecht, wirtschaftsrecht, strafrecht, familienrecht, baurecht, compliance und recht, vergaberecht, regulierung, justiz, mietrecht",
    ),
    topic(
        &[Research],
        "forschung, wissenschaft, marktforschung, labor, chemie, biologie, physik, wissenschaftliche, wissenschaftlicher, klinische forschung, forschungs",
    ),
    topic(
        &[Education],
        "bildung, schule und bildung, lehre, pädagogik, erwachsenenbildung, unterricht, hochschulbildung, schulung, kita, kindergarten, lehramt, mathematik, didaktik, fortbildung, berufsbildung, hochschul",
    ),
    topic(
        &[HealthcareServices],
        "pflege, medizin, innere medizin, gesundheit, gesundheitswesen, altenpflege, therapie, klinische, ärztliche, pharmazie, krankenpflege, chirurgie, notfallmedizin, allgemeinmedizin, anästhesie, psychiatrie, orthopädie, gesundheitsmanagement, psychotherapie, rettungsdienst, intensivpflege, labormedizin, pflegedienst",
    ),
    topic(
        &[CommunityAndSocialServices],
        "sozialarbeit, soziale arbeit, jugendhilfe, soziales, ehrenamt und soziales, sozial, sozialpädagogik, entwicklungszusammenarbeit, flüchtlingshilfe, integration, kinder und jugendhilfe, behindertenhilfe, jugendarbeit, wohlfahrt, gemeinnützig, inklusion, seelsorge, spenden",
    ),
    topic(
        &[MilitaryAndProtectiveServices],
        "polizei, sicherheitsdienst, bundeswehr, feuerwehr, brandschutz, zivilschutz, katastrophenschutz, werkschutz, objektschutz, militär, konzernsicherheit, bevölkerungsschutz",
    ),
    topic(
        &[RealEstate],
        "immobilien, immobilienverwaltung, hausverwaltung, liegenschaften, wohnungswirtschaft, immobilienwirtschaft, wohnungsbau, immobilienvertrieb, gewerbeimmobilien, facility, gebäudemanagement, immobilienbewertung, miet, vermietung",
    ),
    topic(
        &[CustomerSuccessAndSupport],
        "kundenservice, kundendienst, kundenerfolg, kundenzufriedenheit, kundenmanagement, service, kunden, kundenbindung, kundenerlebnis, serviceleitung",
    ),
    topic(&[ProductManagement], "produktmanagement, produkt, produkte"),
    topic(
        &[ProgramAndProjectManagement],
        "projektmanagement, projekt, projekte, projektsteuerung, multiprojektmanagement, projektentwicklung, bauprojekt, programmmanagement",
    ),
    topic(
        &[BusinessDevelopment],
        "geschäftsentwicklung, kooperationen, partnermanagement, unternehmensentwicklung vertrieb, geschäftsfeldentwicklung",
    ),
    topic(
        &[Administrative],
        "verwaltung, sekretariat, büro, büromanagement, empfang, innere verwaltung, zentrale dienste, büroorganisation, assistenz und sekretariat, office und verwaltung",
    ),
    topic(
        &[ArtsAndDesign],
        "gestaltung, grafik, kreation, grafikdesign, mediengestaltung, fotografie, kunst, architektur, mode, innenarchitektur, städtebau, kommunikationsdesign, konzeption, produktdesign, film und video, raumgestaltung",
    ),
    topic(&[Consulting], "beratung, managementberatung, strategieberatung, organisationsberatung, fach"),
    topic(&[Entrepreneurship], "existenzgründung, unternehmertum, selbstständigkeit, unternehmensgründung"),
    industry(&[HealthcareServices], "medizinprodukte, gesundheitsbranche, krankenhaus, krankenkasse"),
    plain(At, "bei, beim, tätig bei, arbeitet bei"),
    plain(MaybeAt, "am, an, im hause, im, beim, an der"),
    plain(Of, "der, des, von, vom"),
    plain(Preposition, "in, zum, zur, aus, auf, als, nach, über, unter, seit, mit schwerpunkt, für, zu"),
    plain(
        Cut,
        "mit, mit über, spezialisiert auf, mit fokus auf, der sich, die sich, schwerpunkt, ich helfe, leidenschaft für, begeistert von, in elternzeit, aus leidenschaft, wir stellen ein, wir suchen, für mehr, damit, weil, ich unterstütze, jahre erfahrung, auf der suche, offen für, seit über",
    ),
    plain(And, "und, sowie, u, bzw, oder"),
    plain(Article, "die, das, dem, den, ein, eine, einen, einer, eines"),
    plain(
        Praise,
        "leidenschaftlicher, leidenschaftliche, zertifizierter, zertifizierte, staatlich geprüfter, staatlich geprüfte, diplom, gelernter, gelernte, ich bin, aktuell, derzeit, examinierte, examinierter, stolzer, stolze, begeisterter, begeisterte, dipl ing, ausgezeichnet, geprüfter, geprüfte, strategischer, strategische, operativer, neue, neuer",
    ),
    plain(
        Former,
        "ehemaliger, ehemalige, ehemals, ehem, früher, vormals, zuvor, a d, im ruhestand, i r, pensionierter, pensionierte, früherer, rentner, ex bei",
    ),
    plain(
        Wanted,
        "auf der suche nach, suche, suche nach, auf jobsuche, arbeitssuchend, zukünftiger, zukünftige, offen für neue herausforderungen, offen für, suche neue herausforderung, wechselwillig, künftiger, künftige, in zukunft",
    ),
    plain(
        Slogan,
        "ich helfe, ich unterstütze, wir helfen, wir unterstützen, wir, ich, mein, meine, unser, gemeinsam, aus leidenschaft, leidenschaft, begeistert, für mehr, so, mehr, deine, dein, ihr partner, dein partner, ihr, ihre, menschen, damit, wie, warum, weil, jetzt, einfach, lass uns, lassen sie, machen, mach, gestalte, gestalten, hilft, unterstützt",
    ),
    plain(
        Known,
        "jahre, erfahrung, unternehmen, mittelstand, konzern, firma, menschen, zukunft, führung, leben, welt, liebe, neue, herausforderungen, möglichkeiten, arbeit, beruf, karriere, elternzeit, familie, teilzeit, vollzeit, wandel, schweizweit, deutschlandweit, kunde, erfolg, potenziale, ideen, lösungen, süd und ost, region süd, bereich, abteilung, automobil, automotive, maschinen, lebensmittel, chemie und pharma, energie, elektronik, industrie, handwerk, verband, öffentlicher dienst, öffentlicher sektor, kommune, leidenschaft für, fokus, schwerpunkt, jugend, kinder, familien, senioren, gast, gesellschaft, region, team, vertrauen, werte, verantwortung, freiheit, qualifiziert, internationale, internationaler, international, nationale, senior level, gelassen, vereinbarkeit",
    ),
    plain(
        Organisation,
        "gemeinnützige, verein, e v, ev, handelskammer, ihk, bundesamt, ministerium, landesamt, amt, verlagsgruppe, brauerei, holzbau, autohaus, bäckerei, metallbau gmbh, malerbetrieb, zeitung, kreis, landratsamt, bundesagentur, fraunhofer, max planck, thw, bundesministerium, landkreis, stadtverwaltung, café, hotel, restaurant, praxis, büro für, gesellschaft für, zentrum, rwth, caritas, diakonie, bundeswehr gmbh, architekturbüro, ingenieurbüro, steuerkanzlei, agentur",
    ),
    advice(Individual, "berater"),
];
