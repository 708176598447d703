//! Abbreviations, signs and places that belong to no single language.

use super::Kind::{At, Known, Organisation, Place};
use super::{Rank, Row, Table, industry, phrase, plain, rank, role, side, soft, topic, trade};
use crate::Function::{
    Administrative, ArtsAndDesign, BusinessDevelopment, CustomerSuccessAndSupport, Education, Engineering, Finance,
    HealthcareServices, HumanResources, InformationTechnology, Legal, Marketing, MediaAndCommunication, Operations,
    ProductManagement, ProgramAndProjectManagement, QualityAssurance, Research, Sales,
};
use crate::Seniority::{Cxo, Director, Entry, Individual, Manager, Senior, Vp};

pub(super) const TABLE: Table = Table { lang: None, rows: ROWS, endings: "" };

const ROWS: &[Row] = &[
    // Titles in letters.
    trade(Cxo, &[Operations], "ceo, coo, co ceo, gf"),
    trade(Cxo, &[Finance], "cfo"),
    trade(Cxo, &[InformationTechnology], "cto, cio, ciso, cdo, caio, cdio"),
    trade(Cxo, &[Marketing], "cmo, cgo, cbo"),
    trade(Cxo, &[Sales], "cro, cco, cso"),
    trade(Cxo, &[HumanResources], "chro, chco"),
    trade(Cxo, &[ProductManagement], "cpo, cpto"),
    trade(Cxo, &[Legal], "clo"),
    trade(Cxo, &[HealthcareServices], "CMIO, CNO"),
    role(Vp, &[], "vp, svp, evp, avp, rvp, gvp, v p, vps"),
    role(Cxo, &[Operations], "MD"),
    role(Manager, &[Operations], "GM"),
    trade(Individual, &[Sales], "sdr, bdr, mdr, ase, KAM, AE"),
    trade(Individual, &[BusinessDevelopment], "BDM, BDE"),
    trade(Individual, &[Engineering], "sre, swe, sde, sdet"),
    trade(Individual, &[HumanResources], "hrbp"),
    trade(Manager, &[CustomerSuccessAndSupport], "CSM"),
    trade(Individual, &[CustomerSuccessAndSupport], "TAM"),
    trade(Manager, &[ProgramAndProjectManagement], "TPM"),
    trade(Manager, &[ProductManagement], "PM, GPM"),
    trade(Manager, &[Marketing], "PMM"),
    trade(Entry, &[Administrative], "EA, PA"),
    trade(Senior, &[ArtsAndDesign], "AD"),
    trade(Director, &[ArtsAndDesign], "ACD, CD, ECD, GCD"),
    trade(Senior, &[ArtsAndDesign], "DOP, DoP"),
    side(Cxo, &[], "NED"),
    // Subjects in letters.
    topic(&[InformationTechnology], "IT, i t, it ops, it security, itsm, SAP, erp, bi, it support"),
    topic(&[HumanResources], "hr, h r, hrm, hris, TA, people ops, peopleops, hr operations"),
    topic(&[MediaAndCommunication], "pr, p r"),
    topic(&[QualityAssurance], "qa, qc, qa qc, qhse, hseq, gmp, gxp"),
    topic(&[Research], "r&d, rd, f&e, r d, i+d, r&i"),
    topic(&[HumanResources, Education], "l&d, l d"),
    topic(&[Finance], "fp&a, fpa, m&a, capex, aml, kyc"),
    topic(
        &[Marketing],
        "seo, sea, sem, ppc, crm marketing, ecommerce, e commerce, d2c, dtc, abm, cro marketing, gtm, b2b marketing, smm, ugc, crm",
    ),
    topic(&[ArtsAndDesign], "ux, ui, ui ux, ux ui, uxui, uiux, cgi, vfx, 3d, 2d, motion"),
    topic(&[CustomerSuccessAndSupport], "cx"),
    phrase(&[Operations, Sales], "revops, rev ops"),
    phrase(&[Marketing, Engineering], "devrel, dev rel"),
    phrase(&[Engineering], "devops, devsecops, dataops"),
    phrase(&[Marketing, Operations], "marketing ops, mops, martech"),
    phrase(&[Sales, Operations], "sales ops"),
    topic(&[ProgramAndProjectManagement], "pmo"),
    soft(&[Operations], "ops, bizops, biz ops, hse, ehs, s&op"),
    industry(&[Marketing], "cpg, fmcg"),
    industry(&[InformationTechnology], "saas, paas, iaas, cloud, web3, blockchain, fintech, martech, adtech, proptech"),
    rank(Rank::Senior, "sr, snr, sen, s r, seniors"),
    rank(Rank::Junior, "jr, jnr, jun"),
    // "I" and "II" after a title are grades, "f/m/d" is the law.
    plain(
        Known,
        "i, ii, iii, iv, m w d, w m d, f m d, m f d, m f x, m w x, h f, gn, b2b, b2c, smb, smbs, mm, ent, dach, emea, mba, msc, bsc, ma, ba, phd, ph d, pmp, cpa, cfa, csm, cspo, mpa, jd, acca, cima, frm, pe, ing, dipl, prof, dr, med, rn, bfa, mfa, itil, istqb, lean, six sigma, prince2, cissp, cisa, shrm cp, creci, oab, crc, ii iii, nxt, tedx, ted, linkedin, fortune, forbes, 30, top, voice, usd, eur, m, bn, k, plus, arr, roi, kpi, okr, okrs, nyc",
    ),
    plain(
        Known,
        "python, sql, java, javascript, typescript, react, angular, vue, vue js, node js, node, spring, aws, azure, gcp, kubernetes, docker, terraform, linux, php, laravel, ruby, rails, golang, rust, kotlin, swift, ios, android, flutter, django, net, c#, c++, c, html, css, figma, sketch, photoshop, after effects, premiere, premiere pro, indesign, blender, cinema 4d, c4d, unity, unreal, rive, lottie, framer, webflow, wordpress, shopify plus, power bi, tableau, looker, dbt, snowflake db, spark, kafka, hadoop, tensorflow, pytorch, excel, powerpoint, jira, confluence, agile, scrum, kanban, safe, hubspot crm, salesforce crm, marketo, google ads, meta ads, google analytics, ga4, semrush, ahrefs seo, autocad, revit, bim, solidworks, catia, ansys, matlab, sap s 4hana, s 4hana, hana, abap, fiori, netsuite, workday hcm, servicenow itsm, zendesk support, selenium, cypress, playwright, postman, jenkins, git, api, apis, chatgpt, claude, midjourney, gpt, adobe, adobe creative cloud, creative cloud, davinci resolve, maya, houdini, nuke, procreate, canva design, notion templates",
    ),
    plain(At, "w"),
    // Legal forms and nouns that end the names of organisations in every language.
    plain(
        Organisation,
        "gmbh, mbh, ag, kg, kgaa, ohg, gbr, eg, ug, inc, llc, ltd, llp, corp, corporation, incorporated, limited, pty, pvt, pte, bv, b v, nv, n v, vof, sarl, sas, sasu, eurl, srl, s r l, spa, s p a, snc, sl, slu, s l, ltda, lda, me, eireli, oy, oyj, ab, aps, a s, asa, sa, s a, se, holding, holdings, group, gruppe, groupe, grupo, gruppo, groep, gruppen, koncernen, konzern, studio, studios, agency, lab, labs, technologies, solutions, ventures, capital partners, partners, associates, bank, banca, banco, banque, sparkasse, volksbank, universität, university, universidad, universidade, università, université, universiteit, universitet, college, hochschule, institute, institut, instituto, istituto, instituut, academy, akademie, academia, accademia, school, schule, escola, escuela, scuola, lycée, hospital, hôpital, ospedale, ziekenhuis, klinik, klinikum, clinic, clínica, foundation, stiftung, fundación, fundação, fondazione, fondation, stichting, verlag, werke, stadtwerke, versicherung, versicherungen, airlines, airways, motors, foods, pharmaceuticals, therapeutics, software gmbh, company, co, compagnie, cie, kanzlei, bros, brothers, sons, & sons, enterprises, industries, collective, club, city of, ministry, department of, gemeinde, stadt, gemeente, ville de, mairie de, comune di, prefeitura, ayuntamiento, kommun, region, myndigheten, byrå, byrån, estudio, atelier, apotheke, maatschap, museum, theater, theatre, festival, council, association, society, church, army, navy, air force, u s, nhs, community college, credit union, trust, fund",
    ),
    // Places: after a title they are its scope, never the employer.
    plain(
        Place,
        "europe, europa, asia, africa, amerika, america, americas, north america, south america, latin america, latam, apac, emea, dach, mena, cee, anz, benelux, nordics, nordic, norden, iberia, uk, u k, uki, gb, us, usa, u s a, eu, global, worldwide, international, weltweit, mondial, mundial, mondiale, national, regional, local, remote, midwest, northeast, northwest, southeast, southwest, west coast, east coast, nord, süd, ost, ouest, sud, est, norte, sur, sul, leste, oeste, nordost, südwest, bay area, silicon valley",
    ),
    plain(
        Place,
        "germany, deutschland, allemagne, alemania, austria, österreich, switzerland, schweiz, suisse, svizzera, suiza, france, frankreich, francia, frança, spain, españa, espanha, spagna, portugal, italy, italia, italie, itália, netherlands, nederland, niederlande, the netherlands, holland, belgium, belgië, belgique, luxembourg, sweden, sverige, schweden, norway, norge, denmark, danmark, finland, suomi, iceland, ireland, england, scotland, wales, united kingdom, great britain, united states, canada, mexico, méxico, brazil, brasil, argentina, chile, colombia, perú, peru, ecuador, uruguay, venezuela, poland, polska, polen, czechia, slovakia, hungary, romania, bulgaria, greece, turkey, türkiye, ukraine, russia, israel, egypt, morocco, maroc, nigeria, kenya, south africa, ghana, uae, dubai, abu dhabi, saudi arabia, qatar, kuwait, india, pakistan, bangladesh, sri lanka, china, japan, korea, south korea, taiwan, hong kong, singapore, malaysia, indonesia, philippines, thailand, vietnam, australia, new zealand",
    ),
    plain(
        Place,
        "berlin, hamburg, münchen, munich, köln, cologne, frankfurt, stuttgart, düsseldorf, leipzig, dresden, hannover, nürnberg, wien, vienna, zürich, zurich, genf, genève, geneva, basel, bern, paris, lyon, marseille, toulouse, lille, bordeaux, nantes, madrid, barcelona, valencia, sevilla, bilbao, málaga, lisboa, lisbon, porto, milano, milan, roma, rome, torino, napoli, bologna, firenze, amsterdam, rotterdam, utrecht, den haag, eindhoven, groningen, haarlem, brussels, bruxelles, antwerpen, gent, stockholm, göteborg, gothenburg, malmö, uppsala, lund, oslo, copenhagen, københavn, helsinki, london, manchester, birmingham, leeds, bristol, edinburgh, glasgow, dublin, new york, new york city, los angeles, san francisco, chicago, boston, seattle, austin, denver, atlanta, miami, dallas, houston, philadelphia, washington, washington dc, portland, san diego, toronto, vancouver, montréal, montreal, são paulo, rio de janeiro, rio, curitiba, belo horizonte, buenos aires, santiago, bogotá, medellín, lima, cdmx, monterrey, guadalajara, quito, sydney, melbourne, tokyo, shanghai, beijing, mumbai, delhi, new delhi, bangalore, bengaluru, hyderabad, chennai, pune, istanbul, tel aviv, cairo, lagos, nairobi, cape town, johannesburg, warsaw, prague, budapest, bucharest, athens, kyiv, bayern, bavaria, sachsen, hessen, california, texas, florida, colorado, ontario, quebec, catalunya, andalucía, lombardia, toscana, skåne, norrland",
    ),
    soft(&[Engineering], "ML, IOT, AI, GENAI, KI, IA, LLM, PLC, RPA, NLP, genai, mlops, computer vision, iot"),
    plain(Known, "ISO, GAAP, IFRS, SOX, HIPAA, FDA, GDPR"),
];
