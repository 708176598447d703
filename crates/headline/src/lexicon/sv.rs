//! Swedish.

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
use crate::Seniority::{Cxo, Director, Entry, Individual, Manager, Owner, Partner, Senior};

pub(super) const TABLE: Table = Table { lang: Some(Lang::Sv), rows: ROWS, endings: ENDINGS };

/// Words that end a compound.
const ENDINGS: &str = "chef, ledare, ansvarig, ingenjör, utvecklare, konsult, assistent, direktör, säljare, samordnare, strateg, handläggare, medarbetare, specialist, ekonom, koordinator, tekniker, lärare, sköterska, läkare, rådgivare, forskare, analytiker, jurist, arkitekt, mäklare, redaktör, designer, controller, administratör, pedagog, student, praktikant, operatör, inspektör, revisor, coach, planerare, inköpare, sekreterare, psykolog, terapeut, ägare, grundare, utredare, mekaniker, montör, beställare, kurator, projektör, rekryterare, producent, formgivare, fotograf, förvaltare, kommunikatör, förare, säkerhet, juridik, teknik, utveckling, tjänst";

const ROWS: &[Row] = &[
    trade(
        Owner,
        &[Entrepreneurship],
        "grundare, medgrundare, ägare, entreprenör, företagare, medägare, grundare och vd, vd och grundare, butiksägare, företagsledare, vd och ägare, ägare och vd, egen företagare ägare, seriegrundare, serieentreprenör",
    ),
    role(Partner, &[BusinessDevelopment], "delägare, kompanjon, delägare och partner"),
    trade(
        Cxo,
        &[Operations],
        "vd, v d, verkställande direktör, vice vd, ordförande, styrelseordförande, generaldirektör, koncernchef, vd och koncernchef, vvd, landschef, kommundirektör, regiondirektör, tf vd, förbundsordförande",
    ),
    trade(Cxo, &[Finance], "finansdirektör cfo"),
    side(Cxo, &[], "styrelseledamot, styrelsemedlem, ledamot, styrelseproffs, styrelsesuppleant"),
    role(
        Director,
        &[],
        "direktör, divisionschef, affärsområdeschef, förvaltningschef, divisionsdirektör, avdelningsdirektör, verksamhetsområdeschef, biträdande direktör",
    ),
    trade(Director, &[Finance], "ekonomidirektör, finansdirektör"),
    trade(Director, &[Education], "rektor, skolchef, biträdande rektor, prefekt, dekan"),
    trade(Senior, &[ArtsAndDesign], "konstnärlig ledare"),
    trade(Senior, &[HealthcareServices], "överläkare, specialistläkare, biträdande överläkare"),
    role(
        Manager,
        &[],
        "chef, avdelningschef, enhetschef, gruppchef, teamledare, gruppledare, arbetsledare, sektionschef, ansvarig, ledare, verksamhetschef, områdeschef, teamchef, platschef, regionchef, kontorschef, distriktschef, förman, biträdande chef, skiftledare, bitr chef, mellanchef, stabschef, driftledare, filialchef, lagledare, kanslichef, biträdande enhetschef",
    ),
    trade(
        Manager,
        &[Operations],
        "produktionschef, butikschef, driftchef, driftschef, lagerchef, fabrikschef, logistikchef, restaurangchef, arbetsledare bygg, kökschef, hotellchef, köksmästare, transportledare, platschef bygg",
    ),
    trade(
        Manager,
        &[ProgramAndProjectManagement],
        "projektledare, projektchef, programledare projekt, projektansvarig, delprojektledare, uppdragsledare",
    ),
    trade(Manager, &[ProductManagement], "produktchef, produktansvarig"),
    trade(Individual, &[ProductManagement], "produktägare"),
    trade(
        Manager,
        &[Sales],
        "försäljningschef, säljchef, säljledare, key account manager sverige, försäljningsansvarig",
    ),
    trade(Manager, &[Finance, Accounting], "ekonomichef, finanschef, ekonomiansvarig"),
    trade(Manager, &[Accounting], "redovisningschef"),
    rank(Rank::Senior, "senior, legitimerad specialist"),
    rank(Rank::Junior, "nyexaminerad, nyutexaminerad, blivande junior"),
    rank(Rank::Assistant, "assistent, biträde, hjälpreda, undersköterska elev"),
    rank(Rank::Associate, "koordinator, samordnare"),
    rank(Rank::Deputy, "biträdande, vice, tf, tillförordnad, ställföreträdande"),
    rank(
        Rank::Student,
        "studerande, doktorand, civilingenjörsstudent, masterstudent, kandidatstudent, juriststudent, läkarstudent, ekonomistudent, elev, yh studerande",
    ),
    rank(
        Rank::Training,
        "praktikant, lärling, praktik, exjobbare, sommarjobbare, lia praktikant, at läkare, sommarpraktikant, aspirant, lia student, examensarbetare",
    ),
    rank(
        Rank::Freelance,
        "frilans, frilansare, frilansande, egenföretagare, egen företagare, enskild firma, eget företag, konsult frilans",
    ),
    rank(Rank::Volunteer, "volontär, frivillig, ideell, ideellt engagerad"),
    trade(
        Individual,
        &[Sales],
        "säljare, innesäljare, utesäljare, butikssäljare, kundansvarig, försäljare, butiksmedarbetare, företagssäljare, butiksbiträde, key account, affärssäljare, telefonsäljare, säljkonsult, kundrådgivare, bilsäljare, säljrådgivare, säljcoach, kassapersonal, distriktssäljare",
    ),
    trade(
        Individual,
        &[Purchasing],
        "inköpare, upphandlare, strategisk inköpare, operativ inköpare, inköpskonsult, upphandlingsspecialist, kategoriansvarig",
    ),
    trade(
        Individual,
        &[Engineering],
        "ingenjör, civilingenjör, utvecklare, systemutvecklare, mjukvaruutvecklare, programmerare, konstruktör, elektriker, mekaniker, byggingenjör, högskoleingenjör, mjukvaruingenjör, webbutvecklare, processingenjör, maskiningenjör, elingenjör, underhållstekniker, servicetekniker, systemingenjör, konstruktionsingenjör, snickare, svetsare, rörmokare, vvs ingenjör, automationsingenjör, kalkylator, cad konstruktör, fordonstekniker, maskinkonstruktör, byggkonstruktör, elkonstruktör, drifttekniker, elprojektör, montör, utvecklingsingenjör, vvs montör, frontendutvecklare, backendutvecklare, it arkitekt utvecklare, gamedeveloper, mättekniker",
    ),
    trade(
        Individual,
        &[InformationTechnology],
        "systemadministratör, it tekniker, dataanalytiker, it konsult, nätverkstekniker, it specialist, systemförvaltare, lösningsarkitekt, it arkitekt, supporttekniker, systemvetare, it säkerhetsspecialist, datavetare, systemarkitekt, it samordnare, verksamhetsarkitekt, it administratör, databasadministratör, informationssäkerhetsspecialist, objektförvaltare, it supporttekniker, dataingenjör, it säkerhetskonsult",
    ),
    trade(
        Individual,
        &[Accounting],
        "redovisningsekonom, redovisningskonsult, revisor, ekonomiassistent redovisning, auktoriserad revisor, bokförare, skatterådgivare, controller, redovisningsansvarig, auktoriserad redovisningskonsult, business controller, revisorsassistent senior, skattejurist, redovisningsspecialist, skattekonsult, skattehandläggare, affärscontroller, koncernredovisare, internrevisor",
    ),
    trade(
        Individual,
        &[Finance],
        "ekonom, bankrådgivare, finansanalytiker, placeringsrådgivare, privatrådgivare, nationalekonom, kapitalförvaltare, försäkringsrådgivare, företagsrådgivare, banktjänsteman, finansiell rådgivare, investerare, aktiemäklare, civilekonom, skadereglerare, kreditanalytiker, aktuarie, försäkringsförmedlare, förmögenhetsförvaltare, bolånerådgivare, fondförvaltare, riskanalytiker, finansiell analytiker",
    ),
    trade(Entry, &[Accounting], "ekonomiassistent, redovisningsassistent, revisorsassistent, ekonomiadministratör"),
    trade(
        Individual,
        &[Legal],
        "jurist, advokat, bolagsjurist, domare, affärsjurist, åklagare, biträdande jurist, dataskyddsombud, notarie, arbetsrättsjurist, rättschef, skattejurist jurist, förbundsjurist, kammaråklagare, chefsjurist, rådman, kommunjurist, tingsnotarie",
    ),
    trade(
        Individual,
        &[HealthcareServices],
        "läkare, sjuksköterska, undersköterska, tandläkare, psykolog, fysioterapeut, apotekare, barnmorska, veterinär, arbetsterapeut, specialistsjuksköterska, kirurg, tandhygienist, st läkare, dietist, psykoterapeut, logoped, receptarie, distriktssköterska, sjukgymnast, ambulanssjuksköterska, vårdbiträde, skötare, biomedicinsk analytiker, röntgensjuksköterska, kiropraktor, optiker, anestesisjuksköterska, personlig tränare, tandsköterska, distriktsläkare, intensivvårdssjuksköterska, naprapat, farmaceut",
    ),
    trade(
        Individual,
        &[HumanResources],
        "rekryterare, hr specialist, hr generalist, personalvetare, hr konsult, lönespecialist, rekryteringskonsult, hr partner, hr administratör, löneadministratör, hr business partner sverige, karriärcoach, bemanningskonsult, jobbcoach, rekryteringsspecialist, lönekonsult, konsultchef, kompetensutvecklare, utbildningsledare, arbetsförmedlare, hr strateg, talangrekryterare, organisationsutvecklare",
    ),
    trade(
        Individual,
        &[Education],
        "lärare, gymnasielärare, förskollärare, lektor, adjunkt, professor, universitetslektor, utbildare, pedagog, förskolelärare, specialpedagog, ämneslärare, grundskollärare, studievägledare, bibliotekarie, fritidspedagog, universitetsadjunkt, barnskötare, docent, kursledare, studie och yrkesvägledare, föreläsare, instruktör, musiklärare, yrkeslärare, speciallärare, idrottslärare, mellanstadielärare, körskollärare",
    ),
    trade(
        Individual,
        &[Research],
        "forskare, kemist, biolog, laborant, forskningsingenjör, postdoktor, fysiker, utredare, forskningsassistent senior, statistiker, biomedicinare, marknadsanalytiker, geolog, sociolog, historiker, statsvetare, laboratorieingenjör, arkeolog, miljövetare, analyskemist, molekylärbiolog, forskningsledare",
    ),
    trade(
        Individual,
        &[Consulting],
        "managementkonsult, organisationskonsult, verksamhetskonsult, senior rådgivare, affärsrådgivare, ledarskapskonsult, affärskonsult, strategikonsult, förändringsledare, affärscoach, miljökonsult, hållbarhetskonsult",
    ),
    trade(
        Individual,
        &[Marketing],
        "marknadsförare, copywriter, innehållsproducent, marknadskoordinator specialist, digital strateg, marknadsstrateg, eventprojektledare, projektledare marknad, content manager sverige, varumärkesstrateg, marknadskommunikatör, skribent, webbredaktör, sociala medier ansvarig, strateg, seo specialist, marknadsassistent specialist, eventkoordinator specialist, digital marknadsförare, innehållsstrateg, evenemangsproducent, marknadsspecialist",
    ),
    trade(
        Individual,
        &[MediaAndCommunication],
        "kommunikatör, journalist, redaktör, presschef informatör, informatör, pressekreterare, översättare, författare, reporter, kommunikationsstrateg, pressansvarig, kommunikationskonsult, pr konsult, chefredaktör reporter, programledare, kommunikationsrådgivare, producent, filmare, kommunikationsspecialist, tolk, radioproducent, förläggare, nyhetsredaktör, kommunikationspartner, talesperson, redigerare, ljudtekniker, regissör, poddproducent, manusförfattare",
    ),
    trade(Director, &[MediaAndCommunication], "chefredaktör, ansvarig utgivare"),
    trade(
        Individual,
        &[ArtsAndDesign],
        "designer, formgivare, grafisk formgivare, fotograf, arkitekt, inredningsarkitekt, illustratör, konstnär, inredare, animatör, kreatör, grafisk designer, art director sverige, landskapsarkitekt, stylist, musiker, skådespelare, inredningsdesigner, webbdesigner, tjänstedesigner, industridesigner, produktdesigner, originalare, planarkitekt, videoredigerare, spelutvecklare designer, interaktionsdesigner, modedesigner, scenograf, stadsplanerare, klippare, motiondesigner",
    ),
    trade(
        Individual,
        &[CustomerSuccessAndSupport],
        "kundtjänstmedarbetare, kundservicemedarbetare, supportmedarbetare, kundsupport, kundservice medarbetare, supporttekniker kund, kundtjänsthandläggare, kundmottagare, kundtjänstspecialist, servicerådgivare, kundserviceagent, helpdesktekniker",
    ),
    trade(
        Individual,
        &[CommunityAndSocialServices],
        "socialsekreterare, kurator, socionom, fritidsledare, präst, behandlingsassistent, diakon, socialarbetare, biståndshandläggare, insamlingsledare, integrationshandläggare, stödassistent, boendestödjare, familjebehandlare, personlig assistent, stödpedagog, behandlingspedagog, skolkurator, pastor, ungdomsledare, fältassistent, insamlare",
    ),
    trade(
        Individual,
        &[MilitaryAndProtectiveServices],
        "polis, brandman, officer, väktare, soldat, ordningsvakt, polisinspektör, kriminalvårdare, militär, räddningsledare, utredare polis, säkerhetsvakt, kapten, major, löjtnant, polisassistent, brandingenjör, tulltjänsteman, sergeant, befäl, överstelöjtnant, skyddsvakt, sjöofficer, tullinspektör, polisutredare, brandmästare",
    ),
    trade(
        Individual,
        &[RealEstate],
        "fastighetsmäklare, mäklare, fastighetsförvaltare, fastighetsskötare, uthyrare, fastighetstekniker, teknisk förvaltare, fastighetsvärderare, fastighetsutvecklare, bovärd, hyresförhandlare, fastighetsansvarig, ekonomisk förvaltare, bostadsrättsförvaltare, registrerad fastighetsmäklare, fastighetsägare, transaktionsrådgivare, förvaltare, uthyrningskoordinator specialist",
    ),
    trade(
        Individual,
        &[Operations],
        "logistiker, lagerarbetare, lastbilschaufför, kock, servitör, speditör, verksamhetsutvecklare, produktionsplanerare, planerare, operatör, maskinoperatör, truckförare, produktionstekniker, hållbarhetsstrateg, miljöingenjör, lantbrukare, produktionsledare medarbetare, busschaufför, logistikplanerare, lagermedarbetare, pilot, lokförare, produktionsmedarbetare, bagare, hållbarhetsspecialist, hållbarhetsansvarig, miljöstrateg, processutvecklare, arbetsmiljöingenjör, vaktmästare, transportplanerare, receptionist hotell, orderadministratör, supply chain planerare, affärsutvecklare drift, maskinförare, städare, kabinpersonal, verksamhetsanalytiker, transportör",
    ),
    trade(
        Individual,
        &[BusinessDevelopment],
        "affärsutvecklare, partneransvarig, näringslivsutvecklare, partnerskapsansvarig",
    ),
    trade(
        Individual,
        &[QualityAssurance],
        "testare, kvalitetsingenjör, kvalitetstekniker, testledare, kvalitetssamordnare specialist, testingenjör, kvalitetsspecialist, kvalitetsutvecklare, mjukvarutestare, kvalitetskontrollant, testautomatiserare, besiktningsman, kvalitetsrevisor, testspecialist, kvalitetsinspektör, kontrollant, provningsingenjör",
    ),
    trade(
        Individual,
        &[Administrative],
        "administratör, sekreterare, receptionist, handläggare, registrator, kontorist, nämndsekreterare, arkivarie, kanslist, kommunsekreterare, tjänsteman, kontorsansvarig, medicinsk sekreterare, medicinsk vårdadministratör, kommunhandläggare, ledningssekreterare, registrator och arkivarie, office koordinator administratör",
    ),
    trade(
        Entry,
        &[Administrative],
        "vd assistent, administrativ assistent, ledningsassistent, kontorsassistent, chefsassistent, chefssekreterare, administrativ koordinator, ledningskoordinator",
    ),
    trade(Entry, &[Marketing], "marknadsassistent, marknadskoordinator, eventkoordinator"),
    role(
        Individual,
        &[],
        "medarbetare, specialist, analytiker, tekniker, inspektör, samhällsvetare, politiker, kommunalråd, riksdagsledamot, produktspecialist, yrkesman, applikationsspecialist, tjänstedesigner specialist, statstjänsteman, projektör, beställare, representant, agent, arbetare, anställd, coach, terapeut, handledare, expertis",
    ),
    trade(
        Individual,
        &[ProgramAndProjectManagement],
        "projektmedarbetare, agil coach, projektkoordinator specialist, projektkonsult, projektingenjör, projektcontroller, projekteringsledare",
    ),
    trade(
        Entry,
        &[ProgramAndProjectManagement],
        "projektassistent, projektkoordinator, projektsamordnare, projektadministratör",
    ),
    role(Senior, &[], "sakkunnig, experten, ämnesexpert"),
    topic(
        &[Sales],
        "försäljning, försäljnings, sälj, kundrelationer, affärer, handel, affärs, butik, säljutveckling, detaljhandel, export sverige, kund och sälj, partihandel",
    ),
    topic(
        &[Purchasing],
        "inköp, inköps, upphandling, leverantörer, upphandlings, anskaffning, offentlig upphandling, leverantörs, strategiskt inköp, kategoristyrning",
    ),
    topic(
        &[Marketing],
        "marknad, marknadsföring, marknads, varumärke, varumärken, reklam, digital marknadsföring, sociala medier, evenemang, innehåll, marknadskommunikation, tillväxt, sökmotoroptimering, varumärkes, e handel, e handels, innehållsmarknadsföring, marknad och kommunikation, event sverige, kampanj",
    ),
    topic(
        &[MediaAndCommunication],
        "kommunikation, kommunikations, press, journalistik, media och pr, samhällskontakter, redaktion, information, intern kommunikation, internkommunikation, översättning, public affairs sverige, medie, medier, press och pr, informations",
    ),
    topic(
        &[HumanResources],
        "rekrytering, personal, rekryterings, kompetensutveckling, löner, arbetsgivarvarumärke, ledarutveckling, lön, organisationsutveckling, hr och, kompetensförsörjning, bemanning, löne, arbetsrätt och hr, människor och kultur, rekrytera, bemannings, ledarskapsutveckling, arbetsmiljö",
    ),
    topic(
        &[Finance],
        "ekonomi, finans, bank, försäkring, investeringar, riskhantering, kredit, kapitalförvaltning, finans och, ekonomistyrning, pension, risk och, försäkrings, bank och finans, pensions, investerings, fastighetsfinansiering, kapital, affärsområde finans, finansiering, finansiell",
    ),
    topic(
        &[Accounting],
        "redovisning, bokföring, skatt, redovisnings, revision, skatter, skatte, koncernredovisning, ekonomi och redovisning, bokslut",
    ),
    topic(
        &[Engineering],
        "teknik, konstruktion, bygg, mjukvara, underhåll, anläggning, systemutveckling, elektronik, byggteknik, maskinteknik, utveckling, mekanik, teknisk, tekniska, el, mjukvaruutveckling, underhålls, ai och utveckling, webb, webbutveckling, vvs, automation och, infrastruktur bygg, ventilation, maskin, energiteknik, produktutveckling, fordon, programmering, energi, konstruktions, teknik och utveckling",
    ),
    topic(
        &[InformationTechnology],
        "informationssäkerhet, systemförvaltning, nätverk, data och it, it drift, cybersäkerhet, it säkerhet, dataanalys, it arkitektur, it infrastruktur, it utveckling, system, data och analys, it och digitalisering, drift och it, informationsteknik",
    ),
    soft(&[InformationTechnology], "digitalisering, digital transformation sverige, digitaliserings"),
    topic(
        &[Operations],
        "produktion, logistik, drift, lager, transporter, hållbarhet, produktions, hotell och restaurang, inredning lager, logistik och lager, miljö, säkerhet och miljö, verksamhet, verksamhets, restaurang, försörjningskedja, turism, besöksnäring, hållbar utveckling, trafik, lantbruk, hållbarhets, arbetsmiljö och, transport och logistik, livsmedelsproduktion, order, fordonsflotta, spedition, drifts",
    ),
    soft(
        &[Operations],
        "verksamhetsutveckling, strategi, processer, förändringsledning, affärsutveckling och strategi, innovation och strategi, ledning, process, organisation, styrning, förvaltning",
    ),
    topic(
        &[QualityAssurance],
        "kvalitet, kvalitets, kvalitetssäkring, test och kvalitet, kvalitet och miljö, kvalitetsledning, kvalitetskontroll, livsmedelssäkerhet, testning, kvalitetsarbete",
    ),
    topic(
        &[Legal],
        "juridik, arbetsrätt, regelefterlevnad, dataskydd, affärsjuridik, bolagsrätt, skatterätt, familjerätt, fastighetsrätt, avtalsrätt, immaterialrätt, juridiska, migrationsrätt, straffrätt, miljörätt",
    ),
    topic(
        &[Research],
        "forskning, vetenskap, kemi, biologi, forsknings, laboratorium, marknadsundersökning, fysik, forskning och utveckling, klinisk forskning, molekylärbiologi, statistik, medicinsk forskning, life science",
    ),
    topic(
        &[Education],
        "utbildning, undervisning, skola, matematik, pedagogik, förskola, lärande, högskola, svenska, engelska, gymnasie, gymnasium, utbildnings, folkhögskola, vuxenutbildning, grundskola, fritidshem, särskola",
    ),
    topic(
        &[HealthcareServices],
        "vård, hälsa, sjukvård, omsorg, medicin, omvårdnad, tandvård, psykiatri, äldreomsorg, hälso och sjukvård, vård och omsorg, primärvård, läkemedel, rehabilitering, hemtjänst, akutsjukvård, friskvård, folkhälsa, klinisk, hemsjukvård, vårdadministration, fysioterapi, ambulanssjukvård, barnsjukvård, intensivvård",
    ),
    topic(
        &[CommunityAndSocialServices],
        "socialt arbete, socialtjänst, ideell sektor, bistånd, integration, lss, insamling, socialtjänsten, social, sociala, civilsamhälle, stöd och omsorg, funktionshinder, samhällsutveckling, barn och unga, individ och familjeomsorg, ungdomsverksamhet, folkbildning, socialpedagogik, flyktingmottagande",
    ),
    topic(
        &[MilitaryAndProtectiveServices],
        "polisen, försvar, säkerhetstjänst, försvarsmakten, räddningstjänst, brandskydd, kriminalvård, krisberedskap, bevakning, beredskap, försvars, civilförsvar, krishantering, säkerhetsskydd, tull, totalförsvar",
    ),
    topic(
        &[RealEstate],
        "fastighet, fastigheter, fastighets, bostäder, uthyrning, bostad, fastighetsförvaltning, fastighetsutveckling, lokaler, bostads, bostadsutveckling, hyres, fastighetsbranschen, lokalförsörjning",
    ),
    topic(
        &[CustomerSuccessAndSupport],
        "kundtjänst, kundservice, kundnöjdhet, kundsupport och, kundupplevelse, kund, kunder, eftermarknad, service och eftermarknad, kundvård, kundcenter, kundframgång, helpdesk och",
    ),
    topic(&[ProductManagement], "produkt, produkter, produktledning"),
    topic(
        &[ProgramAndProjectManagement],
        "projektledning, projekt, program och projekt, projektstyrning, projektledare och, bygg och projektledning, agil transformation",
    ),
    topic(
        &[BusinessDevelopment],
        "affärsutveckling, partnerskap, etablering, affärsutvecklings, samarbeten, näringsliv, internationella affärer",
    ),
    topic(
        &[Administrative],
        "administration, administrativ, kontor, kansli, registratur, diarium, administrativt stöd, sekretariat, kontors, administrations",
    ),
    topic(
        &[ArtsAndDesign],
        "grafisk form, formgivning, fotografering, konst, inredning, arkitektur, grafisk, grafisk design, kreativ, illustration och, mode, form, rörlig bild, bild, spelutveckling, spel, musik, inrednings, industridesign, kultur, stadsplanering, film och foto, animering, foto",
    ),
    topic(
        &[Consulting],
        "rådgivning, managementkonsulting, ledarskap och organisation, konsulting, coachning, organisationskonsultation",
    ),
    topic(&[Entrepreneurship], "entreprenörskap, företagande, nyföretagande"),
    plain(At, "hos, jobbar på, arbetar på"),
    plain(MaybeAt, "på, vid, för, i, inom"),
    plain(Of, "av, åt"),
    plain(Preposition, "till, från, om, under, mellan, mot, genom, kring, utan, efter, på heltid"),
    plain(
        Cut,
        "med, som, specialiserad på, specialiserad inom, brinner för, passion för, jag hjälper, års erfarenhet, med fokus på, och brinner för, söker, driven av, där, eftersom, så att, just nu, med inriktning, med över, nischad inom, öppen för",
    ),
    plain(And, "och, samt, eller, o"),
    plain(Article, "den, det, en, ett"),
    plain(
        Praise,
        "jag är, auktoriserad, legitimerad, leg, certifierad, stolt, för närvarande, erfaren, engagerad, operativ, strategisk",
    ),
    plain(Former, "före detta, f d, fd, tidigare, ex, pensionerad, pensionär, förut, forna"),
    plain(
        Wanted,
        "söker, söker nya, på jakt efter, blivande, framtida, öppen för, arbetssökande, öppen för nya uppdrag, söker nya utmaningar, tillgänglig för, ledig för, söker jobb, letar efter, på väg mot, redo för",
    ),
    plain(
        Slogan,
        "jag hjälper, vi hjälper, jag, vi, hjälper, tillsammans, brinner för, passion för, ditt, din, du, skapar, jag skapar, utvecklar, varför, hur, älskar, vi bygger, bygger, gör, att, alltid, för ett, för en, passionerad, låt oss, driver, drivs av, mer, våra, ge",
    ),
    plain(
        Known,
        "år, erfarenhet, bolag, företag, människor, framtid, framtiden, världen, livet, kärlek, utmaningar, uppdrag, team, jobb, livsmedel, bygg och anläggning, industri, sverige, norden, region, kommun, mitt, väst, öst, norr, syd, ledarskap, glädje, resultat, lösningar, idéer, barn, kvinnor, män, familj, skog, natur, vatten, hälsa och, nya, offentlig sektor, privat, privat sektor, hållbar, hållbart, hållbara, innovation och, förändring, tid, värde, samhälle, samhället, förtroende, mångfald, föräldraledig, fysisk, nätverkare, småföretagare, entreprenörer, kompetens, gruvindustri, bilbranschen",
    ),
    plain(
        Organisation,
        "högskola i, högskolan, högskolan i, universitetet, universitets, stiftelsen, myndighet, verket, bolaget, föreningen, förbundet, sjukhuset, sjukhus, advokatbyrå, advokatfirman, försäkringar, fastigheter ab, länsstyrelsen, förbundet sverige, kyrkan, svenska, skolan, akademien, bageri, trähus, bygg ab, folktandvården, polismyndigheten, kommunen, regionen, landstinget, stad, stads, kooperativet, byggnads, hotell, restaurang ab, universitetssjukhus, universitetssjukhuset, röda korset, verken, skola ab, partners ab, skatteverket, arbetsförmedlingen, trafikverket, sverige ab",
    ),
    advice(Individual, "konsult, rådgivare"),
];
