//! Dutch.

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

pub(super) const TABLE: Table = Table { lang: Some(Lang::Nl), rows: ROWS, endings: ENDINGS };

/// Words that end a compound.
const ENDINGS: &str = "manager, directeur, medewerker, medewerkster, adviseur, leider, hoofd, ingenieur, ontwikkelaar, consultant, assistent, assistente, specialist, beheerder, coördinator, begeleider, monteur, technicus, jurist, docent, leraar, verkoper, inkoper, planner, chauffeur, redacteur, onderzoeker, ondernemer, eigenaar, makelaar, arts, verpleegkundige, trainer, coach, analist, architect, student, stagiair, stagiaire, vormgever, ontwerper, controleur, advocaat, agent, werker, psycholoog, therapeut, accountant, administrateur, marketeer, voorlichter, journalist, directrice, operator, programmeur, recht, kunde, beheer";

const ROWS: &[Row] = &[
    trade(
        Owner,
        &[Entrepreneurship],
        "oprichter, mede oprichter, medeoprichter, eigenaar, eigenaresse, mede eigenaar, ondernemer, directeur eigenaar, dga, oprichter en eigenaar, zelfstandig ondernemer, initiatiefnemer, grondlegger, eigenaar directeur, oprichtster, franchisenemer, onderneemster",
    ),
    role(Partner, &[BusinessDevelopment], "vennoot, maat, medevennoot, advocaat partner"),
    trade(
        Cxo,
        &[Operations],
        "algemeen directeur, directeur bestuurder, bestuurder, bestuursvoorzitter, voorzitter raad van bestuur, lid raad van bestuur, voorzitter, president directeur, statutair directeur, lid van de raad van bestuur, algemeen directrice, bestuurslid",
    ),
    side(
        Cxo,
        &[],
        "commissaris, toezichthouder, lid raad van toezicht, lid raad van commissarissen, voorzitter raad van toezicht",
    ),
    role(Vp, &[], "vice president directeur"),
    role(
        Director,
        &[],
        "directeur, hoofd, adjunct directeur, regiodirecteur, sectordirecteur, adjunct hoofd, directielid, vestigingsdirecteur",
    ),
    trade(Director, &[Sales], "commercieel directeur, verkoopdirecteur"),
    trade(Director, &[Finance], "financieel directeur"),
    trade(Director, &[Engineering], "technisch directeur"),
    trade(Director, &[Operations], "operationeel directeur"),
    trade(Director, &[Education], "schooldirecteur, schoolleider, rector, decaan"),
    trade(Director, &[MediaAndCommunication], "hoofdredacteur"),
    trade(Senior, &[ArtsAndDesign], "artdirector"),
    role(
        Manager,
        &[],
        "manager, teamleider, teamleidster, leidinggevende, afdelingshoofd, afdelingsmanager, teammanager, ploegleider, groepsleider, chef, teamcoördinator leider, unitmanager, rayonmanager, regiomanager, clustermanager, afdelingsleider, sectiehoofd, teamhoofd",
    ),
    trade(
        Manager,
        &[Operations],
        "bedrijfsleider, filiaalmanager, bedrijfsleidster, winkelmanager, uitvoerder, vestigingsmanager, locatiemanager, hoofduitvoerder, productieleider, magazijnchef, chef kok, filiaalleider, supermarktmanager",
    ),
    trade(
        Manager,
        &[ProgramAndProjectManagement],
        "projectleider, projectmanager, programmamanager, projectleidster, programmaleider",
    ),
    trade(Manager, &[Sales], "accountmanager, verkoopmanager, relatiebeheerder, relatiemanager, verkoopleider"),
    trade(Manager, &[Marketing], "marketingmanager, campagnemanager, merkmanager, contentmanager"),
    trade(Manager, &[ProductManagement], "productmanager"),
    trade(Manager, &[Purchasing], "inkoopmanager, categorymanager"),
    trade(Manager, &[QualityAssurance], "kwaliteitsmanager"),
    trade(Manager, &[CommunityAndSocialServices], "casemanager"),
    rank(Rank::Senior, "ervaren, gz senior"),
    rank(Rank::Junior, "pas afgestudeerd, afgestudeerd"),
    rank(Rank::Assistant, "assistent, assistente, hulp, ondersteuner"),
    rank(Rank::Associate, "coördinator, coordinator, coördinatrice"),
    rank(Rank::Deputy, "adjunct, plaatsvervangend, waarnemend, loco"),
    rank(
        Rank::Student,
        "studente, promovendus, promovenda, phd kandidaat, aio, scholier, masterstudent, bachelorstudent, wo student, hbo student",
    ),
    rank(
        Rank::Training,
        "stagiair, stagiaire, leerling, stage, afstudeerstagiair, meewerkstagiair, werkstudent, bbl leerling, afstudeerder, afstudeerstagiaire",
    ),
    rank(Rank::Freelance, "zelfstandig, zzp, zzp er, zzper, zelfstandige"),
    rank(Rank::Volunteer, "vrijwilliger, vrijwilligster, vrijwilligerswerk"),
    trade(
        Individual,
        &[Sales],
        "verkoper, verkoopster, verkoopmedewerker, vertegenwoordiger, commercieel medewerker, binnendienst medewerker, verkoopadviseur, commercieel medewerker binnendienst, winkelmedewerker, verkoopbinnendienst, technisch commercieel adviseur, commercieel adviseur, accountmanager binnendienst, verkoopspecialist, kassamedewerker, artsenbezoeker, winkelverkoper, telefonisch verkoper",
    ),
    trade(
        Individual,
        &[Purchasing],
        "inkoper, strategisch inkoper, inkoopadviseur, operationeel inkoper, tactisch inkoper, inkoopster",
    ),
    trade(
        Individual,
        &[Engineering],
        "ingenieur, softwareontwikkelaar, ontwikkelaar, programmeur, monteur, werktuigbouwkundige, werktuigbouwkundig ingenieur, elektricien, constructeur, software ontwikkelaar, procesingenieur, civiel ingenieur, werkvoorbereider, webontwikkelaar, elektromonteur, tekenaar, servicemonteur, onderhoudsmonteur, procestechnoloog, elektrotechnicus, werktuigbouwkundig engineer, timmerman, lasser, loodgieter, calculator, mechatronicus, bouwkundige, bouwkundig tekenaar, automonteur, storingsmonteur, installatiemonteur",
    ),
    trade(
        Individual,
        &[InformationTechnology],
        "systeembeheerder, netwerkbeheerder, ict er, ict beheerder, functioneel beheerder, applicatiebeheerder, data analist, ict consultant, informatieanalist, ict adviseur, informatiemanager adviseur, ict specialist, technisch beheerder, informatieadviseur, informatiebeveiliger, ict medewerker",
    ),
    trade(
        Individual,
        &[Accounting],
        "boekhouder, accountant, registeraccountant, belastingadviseur, fiscalist, controller, salarisadministrateur boekhouder, assistent accountant bevoegd, financieel administratief medewerker, administratief medewerker financiën, boekhoudster, belastinginspecteur, crediteurenadministrateur, debiteurenbeheerder, financieel medewerker, medewerker financiële administratie",
    ),
    trade(
        Individual,
        &[Finance],
        "financieel adviseur, hypotheekadviseur, bankier, beleggingsadviseur, financieel analist, verzekeringsadviseur, econoom, vermogensbeheerder, financieel planner, pensioenadviseur, actuaris, schadebehandelaar, kredietanalist, acceptant, assurantieadviseur, bankmedewerker, vermogensadviseur",
    ),
    trade(
        Individual,
        &[Legal],
        "advocaat, jurist, notaris, juridisch adviseur, rechter, bedrijfsjurist, juridisch medewerker, kandidaat notaris, officier van justitie, privacy officer, deurwaarder, functionaris gegevensbescherming, griffier, bedrijfsjuriste, juriste, advocate, mediator",
    ),
    trade(
        Individual,
        &[HealthcareServices],
        "arts, huisarts, verpleegkundige, verpleger, tandarts, apotheker, fysiotherapeut, psycholoog, verloskundige, verzorgende, doktersassistent, dierenarts, chirurg, verpleegkundig specialist, medisch specialist, ergotherapeut, gz psycholoog, diëtist, logopedist, psychiater, mondhygiënist, zorgmedewerker, basisarts, kinderarts, doktersassistente, apothekersassistent, bedrijfsarts, verzorgende ig, wijkverpleegkundige, helpende, radioloog, kraamverzorgende, opticien, psychotherapeut, specialist ouderengeneeskunde, orthopedagoog zorg, ambulanceverpleegkundige",
    ),
    trade(
        Individual,
        &[HumanResources],
        "hr adviseur, personeelsadviseur, hr medewerker, salarisadministrateur, p&o adviseur, intercedent, loopbaancoach, loopbaanadviseur, hr specialist, arbeidsdeskundige, opleidingsadviseur, recruitmentadviseur, hrm adviseur, personeelsfunctionaris, intercedente, casemanager verzuim, werving en selectie specialist, corporate recruiter, medewerker personeelszaken, hr businesspartner, hoogleraar hr",
    ),
    trade(
        Individual,
        &[Education],
        "docent, leraar, lerares, leerkracht, onderwijzer, hoogleraar, trainer, universitair docent, onderwijsassistent, praktijkopleider, onderwijsadviseur, juf, meester, onderwijskundige, intern begeleider, universitair hoofddocent, orthopedagoog, opleider, pedagogisch medewerker, bibliothecaris, vakdocent, rijinstructeur, gymleraar, docente, instructeur",
    ),
    trade(
        Individual,
        &[Research],
        "onderzoeker, wetenschapper, analist laboratorium, bioloog, chemicus, laborant, onderzoeksmedewerker, natuurkundige, wetenschappelijk medewerker, postdoc onderzoeker, marktonderzoeker, socioloog, historicus, statisticus, lector, wetenschappelijk onderzoeker, archeoloog, scheikundige",
    ),
    trade(
        Individual,
        &[Consulting],
        "organisatieadviseur, bedrijfsadviseur, managementconsultant, strategisch adviseur, beleidsadviseur, organisatiecoach, veranderkundige, interim manager adviseur, bedrijfskundige, beleidsmedewerker, innovatieadviseur, verandermanager adviseur, beleidsadviseur, senior adviseur, subsidieadviseur",
    ),
    trade(
        Individual,
        &[Marketing],
        "marketeer, tekstschrijver, contentmaker, content marketeer, online marketeer, marketingmedewerker, social media adviseur, evenementenorganisator, marketingadviseur, marketingspecialist, seo specialist, reclamemaker, conceptontwikkelaar, merkstrateeg, strateeg, marketing medewerker, online specialist, medewerker marketing, eventmanager organisator, webredacteur, copywriter, media adviseur",
    ),
    trade(
        Individual,
        &[MediaAndCommunication],
        "journalist, redacteur, communicatieadviseur, voorlichter, woordvoerder, vertaler, schrijver, communicatiemedewerker, persvoorlichter, communicatiespecialist, verslaggever, presentator, eindredacteur, programmamaker, tolk, auteur, regisseur, cameraman, communicatiestrateeg, redactrice, perswoordvoerder, communicatie adviseur, radiomaker, podcastmaker, uitgever, medewerker communicatie, filmmaker, documentairemaker",
    ),
    trade(
        Individual,
        &[ArtsAndDesign],
        "vormgever, grafisch vormgever, ontwerper, grafisch ontwerper, fotograaf, illustrator, architect, interieurontwerper, animator, kunstenaar, dtp er, creatief, videograaf, interieurarchitect, interieurstylist, stedenbouwkundige, tuinarchitect, videomaker, stylist, webdesigner, beeldend kunstenaar, muzikant, acteur, landschapsarchitect, vormgeefster, interactieontwerper, industrieel ontwerper, modeontwerper, cartoonist, dansdocent, decorontwerper, fotografe, editor, filmeditor",
    ),
    trade(
        Individual,
        &[CustomerSuccessAndSupport],
        "klantenservicemedewerker, medewerker klantenservice, klantadviseur, servicedesk medewerker, servicedeskmedewerker, helpdeskmedewerker, callcenter medewerker, klantcontactmedewerker, servicemedewerker, medewerker klantcontact, medewerker servicedesk, klantmanager, medewerker helpdesk, support medewerker",
    ),
    trade(
        Individual,
        &[CommunityAndSocialServices],
        "maatschappelijk werker, maatschappelijk werkster, sociaal werker, jongerenwerker, begeleider, jeugdzorgwerker, welzijnswerker, fondsenwerver, dominee, buurtwerker, ambulant begeleider, predikant, opbouwwerker, gezinscoach, persoonlijk begeleider, schuldhulpverlener, geestelijk verzorger, gezinsvoogd, pastoraal werker, jeugdbeschermer, hulpverlener, wijkcoach, woonbegeleider, jeugdconsulent, wmo consulent",
    ),
    trade(
        Individual,
        &[MilitaryAndProtectiveServices],
        "politieagent, militair, brandweerman, beveiliger, officier, marechaussee, boa, wijkagent, politieman, rechercheur, brandweervrouw, brandweercommandant, inspecteur van politie, kapitein, sergeant, luitenant, majoor, agent van politie, hoofdagent, beveiligingsbeambte, politieagente, luitenant kolonel, douanier, bevelvoerder",
    ),
    trade(
        Individual,
        &[RealEstate],
        "makelaar, vastgoedadviseur, vastgoedbeheerder, taxateur, woonadviseur, vastgoedontwikkelaar, vastgoedmakelaar, ontwikkelaar vastgoed, verhuurmakelaar, aankoopmakelaar, projectontwikkelaar, vastgoedmanager, gebiedsontwikkelaar, verhuurmedewerker, vastgoedbelegger, woonconsulent, bedrijfsmakelaar, register makelaar taxateur, register taxateur, medewerker verhuur, nvm makelaar, vve beheerder, asset manager vastgoed",
    ),
    trade(
        Individual,
        &[Operations],
        "planner, logistiek medewerker, magazijnmedewerker, chauffeur, vrachtwagenchauffeur, kok, operator, productiemedewerker, logistiek planner, procesoperator, transportplanner, ober, kapper, logistiek coördinator medewerker, expediteur, productieplanner, boer, agrariër, bakker, vkk veiligheidskundige, veiligheidskundige, hovenier, productie operator, schoonmaker, orderpicker, heftruckchauffeur, machinist, piloot, kassier, supply chain planner, akkerbouwer, steward, reisadviseur, duurzaamheidsadviseur, hotelmedewerker, gastheer, gastvrouw, bakkerij medewerker, technisch operator, logistiek specialist, hoger veiligheidskundige, melkveehouder, materiaalplanner",
    ),
    trade(
        Individual,
        &[QualityAssurance],
        "kwaliteitsmedewerker, kwaliteitscontroleur, tester, kwaliteitsadviseur, kwaliteitsfunctionaris, testconsultant, kwaliteitscoördinator medewerker, kwaliteitsinspecteur, medewerker kwaliteit, softwaretester, auditor kwaliteit, testspecialist, testmanager, kam coördinator, kwaliteitsspecialist",
    ),
    trade(
        Individual,
        &[Administrative],
        "secretaris, receptionist, receptioniste, administratief medewerker, administratief medewerkster, medewerker administratie, gemeenteambtenaar, ambtenaar, gastvrouw receptie, griffiemedewerker, administrateur, gemeentesecretaris, baliemedewerker, officemanager, telefoniste, data invoer medewerker, ambtelijk secretaris, bestuurssecretaris",
    ),
    trade(
        Entry,
        &[Administrative],
        "managementassistent, managementassistente, directieassistent, directieassistente, secretaresse, directiesecretaresse, administratief assistent, office assistent, management assistente, management assistent, executive secretaresse, medisch secretaresse, secretarieel medewerker, administratief assistente",
    ),
    role(
        Individual,
        &[],
        "medewerker, medewerkster, specialist, analist, beheerder, functionaris, professional, teamlid, technicus, werknemer, raadslid, wethouder, burgemeester, politicus, uitvoerend medewerker, lid, kandidaat, vakspecialist, kwartiermaker, procesbegeleider, inspecteur, vakman, technisch specialist, behandelaar, deskundige, gastspreker, agent, leider, kracht, werker",
    ),
    trade(
        Individual,
        &[ProgramAndProjectManagement],
        "projectmedewerker, projectcoördinator medewerker, projectondersteuner, projectadviseur, projectbeheerser, procesmanager, omgevingsmanager, projectsecretaris, contractmanager, planner project",
    ),
    role(Senior, &[], "expert deskundige, registerexpert, topspecialist"),
    topic(
        &[Sales],
        "verkoop, commercieel, commerciële, buitendienst, binnendienst, relatiebeheer, klantrelaties, accountmanagement, verkopen, commercie, omzet, zakelijke markt, winkel, export nl, verkoops, klantacquisitie",
    ),
    topic(
        &[Purchasing],
        "inkoop, leveranciers, aanbesteding, leveranciersmanagement, aanbestedingen, contractmanagement en inkoop, inkoop en aanbesteding, strategische inkoop",
    ),
    topic(
        &[Marketing],
        "reclame, merk, merkstrategie, merken, online, campagnes, evenementen, contentmarketing, marketing en communicatie, communicatie en marketing, sociale media, marketing en sales, marketingcommunicatie, vindbaarheid, zichtbaarheid, webshop, events en, positionering",
    ),
    topic(
        &[MediaAndCommunication],
        "communicatie, corporate communicatie, pers, voorlichting, journalistiek, redactie, interne communicatie, public affairs nl, teksten, uitgeverij, omroep, externe communicatie, vertalen, woordvoering, communicatieafdeling",
    ),
    topic(
        &[HumanResources],
        "personeel, personeelszaken, werving, selectie, werving en selectie, p&o, opleidingen, loopbaan, arbeidsmarkt, organisatieontwikkeling, verzuim, talentontwikkeling, leren en ontwikkelen, personeelsbeleid, salarisadministratie, loopbaanbegeleiding, inzetbaarheid, vitaliteit, opleiding en ontwikkeling, mens en organisatie, arbeidsvoorwaarden, recruitment en",
    ),
    topic(
        &[Finance],
        "financiën, financieel, financiële, bank, verzekeringen, hypotheken, beleggingen, krediet, risicomanagement, pensioenen, vermogensbeheer, treasury nl, beleggen, financiering, planning en control, pensioen, bankwezen, hypotheek, verzekering, economie, bedrijfseconomie, cijfers",
    ),
    topic(
        &[Accounting],
        "boekhouding, financiële administratie, belastingen, fiscaal, accountancy, boekhouden, belasting, administratie en belastingen, crediteuren, debiteuren, jaarrekening, controlling, belastingadvies, audit nl",
    ),
    topic(
        &[Engineering],
        "techniek, werktuigbouwkunde, bouw, infra, elektrotechniek, onderhoud, installatietechniek, civiele techniek, softwareontwikkeling, bouwkunde, technisch, technische, mechanica, mechatronica, civiele, werktuigbouw, webontwikkeling, kunstmatige intelligentie, utiliteitsbouw, woningbouw, werktuigbouwkundig, metaal, technische dienst, industriële automatisering, ontwikkeling, procestechnologie, wegenbouw, engineering en, machinebouw",
    ),
    topic(
        &[InformationTechnology],
        "ict, informatica, informatiebeveiliging, gegevens, automatisering, systeembeheer, netwerken, informatievoorziening, informatiemanagement, databeheer, applicatiebeheer, netwerkbeheer, informatie, functioneel beheer, data en analyse, systemen",
    ),
    soft(&[InformationTechnology], "digitalisering, digitale transformatie, technologie, digitale"),
    topic(
        &[Operations],
        "logistiek, productie, bedrijfsvoering, magazijn, voorraadbeheer, planning en logistiek, duurzaamheid, horeca, transport en logistiek, veiligheid, arbo, facilitair, milieu, toerisme, landbouw, distributiecentrum, voorraad, facilitaire zaken, facilitaire dienst, mobiliteit, import en export, agrarisch, douane, luchtvaart, energietransitie, verkeer, horeca en",
    ),
    soft(
        &[Operations],
        "strategie, processen, organisatie, bedrijfskunde, verandermanagement, innovatie, beleid, procesverbetering, transformatie, operationeel, operationele, procesmanagement, continu verbeteren",
    ),
    topic(
        &[QualityAssurance],
        "kwaliteit, kwaliteitszorg, kwaliteitsborging, kwaliteitscontrole, testen, kwaliteits, kwaliteitsmanagement, voedselveiligheid, kam",
    ),
    topic(
        &[Legal],
        "recht, arbeidsrecht, juridisch, juridische, juridische zaken, wetgeving, ondernemingsrecht, privacyrecht, vastgoedrecht, familierecht, strafrecht, bestuursrecht, rechten, privacy en gegevensbescherming, compliance nl, notariaat, contractenrecht, letselschade, huurrecht",
    ),
    topic(
        &[Research],
        "onderzoek, wetenschap, marktonderzoek, laboratorium, biologie, scheikunde, onderzoek en ontwikkeling, natuurkunde, klinisch onderzoek, biotechnologie, data onderzoek, levenswetenschappen",
    ),
    topic(
        &[Education],
        "onderwijs, lesgeven, opleiding, nederlands, wiskunde, hoger onderwijs, basisonderwijs, voortgezet onderwijs, mbo, vo, engels, aardrijkskunde, geschiedenis, didactiek, primair onderwijs, beroepsonderwijs, speciaal onderwijs, leren, kinderopvang, pedagogiek",
    ),
    topic(
        &[HealthcareServices],
        "zorg, gezondheidszorg, verpleging, geneeskunde, ggz, thuiszorg, ouderenzorg, ziekenhuiszorg, farmacie, psychologie, verpleegkunde, gezondheid, revalidatie, wijkverpleging, medisch, medische, jeugdgezondheidszorg, huisartsenzorg, gehandicaptenzorg, tandheelkunde, psychiatrie, fysiotherapie, zorgverlening, verzorging",
    ),
    topic(
        &[CommunityAndSocialServices],
        "welzijn, sociaal domein, maatschappelijk, maatschappelijke, jeugdzorg, fondsenwerving, ontwikkelingssamenwerking, goede doelen, sociaal werk, jeugdhulp, jeugd, vluchtelingenwerk, vrijwilligers, schuldhulpverlening, wmo, participatie, sociale, mantelzorg, inclusie",
    ),
    topic(
        &[MilitaryAndProtectiveServices],
        "politie, beveiliging, brandweer, krijgsmacht, defensie, crisisbeheersing, handhaving, openbare orde, landmacht, luchtmacht, veiligheidsregio, koninklijke landmacht, koninklijke marine, ordehandhaving, opsporing",
    ),
    topic(
        &[RealEstate],
        "vastgoed, woningen, makelaardij, gebiedsontwikkeling, vastgoedbeheer, verhuur, bedrijfsonroerendgoed, huisvesting, woning, projectontwikkeling, commercieel vastgoed, vve, taxaties",
    ),
    topic(
        &[CustomerSuccessAndSupport],
        "klantenservice, klantcontact, dienstverlening, klanttevredenheid, klantbeleving, klant, klanten, servicedesk, klantsucces, klantenbinding, klantgerichtheid, nazorg",
    ),
    topic(&[ProductManagement], "productontwikkeling, productmanagement, producten"),
    topic(
        &[ProgramAndProjectManagement],
        "projecten, projectmanagement, programmamanagement, projectbeheersing, programma s, projectleiding, omgevingsmanagement",
    ),
    topic(
        &[BusinessDevelopment],
        "bedrijfsontwikkeling, partnerschappen, samenwerking, nieuwe markten, acquisitie, samenwerkingen",
    ),
    topic(
        &[Administrative],
        "administratie, secretariaat, receptie, kantoor, administratief, secretarieel, bestuurszaken, burgerzaken, bestuursondersteuning, directiesecretariaat, office nl",
    ),
    topic(
        &[ArtsAndDesign],
        "vormgeving, grafische vormgeving, illustratie, fotografie, kunst, interieur, animatie, ontwerp, grafisch, architectuur, mode, grafisch ontwerp, stedenbouw, interieurontwerp, creatie, theater en, muziek, creatief ontwerp, videoproductie, concept en design, beeld, film en video",
    ),
    topic(&[Consulting], "advies, advisering, organisatieadvies, bedrijfsadvies, verandering"),
    topic(&[Entrepreneurship], "ondernemerschap, ondernemen"),
    plain(At, "bij, werkzaam bij"),
    plain(MaybeAt, "aan, voor, namens"),
    plain(Of, "van"),
    plain(Preposition, "in, op, tot, uit, naar, over, tussen, binnen, als, onder, op het gebied van, ter"),
    plain(
        Cut,
        "met, die, dat, gespecialiseerd in, gespecialiseerd, gepassioneerd, ik help, jaar ervaring, op zoek naar, gericht op, gek op, met passie voor, passie voor, liefde voor, waar, omdat, door",
    ),
    plain(And, "of, alsmede"),
    plain(Article, "het, een, den"),
    plain(
        Praise,
        "ik ben, momenteel, gediplomeerd, gecertificeerd, trotse, trots, gepassioneerde, auktoriserad nl, beëdigd, register",
    ),
    plain(Former, "voormalig, voormalige, oud, ex, vroeger, voorheen, gepensioneerd, gepensioneerde, vm"),
    plain(
        Wanted,
        "op zoek naar, zoekt, aankomend, toekomstig, beschikbaar, aspirant, beschikbaar voor, op zoek, werkzoekend, zoekende, zoek, in between jobs, klaar voor",
    ),
    plain(
        Slogan,
        "ik help, ik, wij helpen, wij, samen, help, helpt, hulp bij, jouw, uw, passie voor, gepassioneerd, voor mensen, wij maken, omdat, hoe, waarom, van idee, meer, altijd, verbinder, verbinden, maakt, ik maak, ik geloof, jij",
    ),
    plain(
        Known,
        "jaar, ervaring, bedrijven, bedrijf, ondernemers, ondernemer s, mensen, toekomst, wereld, leven, liefde, team, teams, uitdaging, nieuwe, kansen, baan, werk, mkb, overheid, markt, energie, voedingsmiddelen, agrifood, zorg en welzijn, gemeente en, regio, noord, zuid, oost, west, nederland en, nederlandse, internationaal, nationaal, impact, waarde, groei, resultaat, oplossingen, kinderen, vrouwen, mannen, familie, gezin, senioren, particulieren, zakelijk, zakelijke, hart, leiderschap, mens, gedrag, vlaanderen, randstad, brabant, vrijheid, vertrouwen, passie, tijd, goed, strategisch, strategische, tactisch, verduurzaming",
    ),
    plain(
        Organisation,
        "hogeschool, gemeente, provincie, ministerie, stichting, vereniging, universitair medisch centrum, umc, mc, advocaten, notarissen, accountants, makelaars, architecten, bouw bv, transport bv, zorggroep, basisschool, bibliotheek, koninklijke, royal, politie nederland, nationale politie, waterschap, rijksoverheid, supermarkten, verzekeringen nv, bakkerij, erasmus mc, zakelijk nl, omgevingsdienst, belastingdienst, rijkswaterstaat, maatschap, uitgeverij van, kinderopvang bv, hotel, restaurant, voedselbank, rode kruis, adviesgroep, coöperatie, en zonen, en zn",
    ),
    advice(Individual, "adviseur, consulent"),
];
