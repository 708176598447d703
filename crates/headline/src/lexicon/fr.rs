//! French.

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

pub(super) const TABLE: Table = Table { lang: Some(Lang::Fr), rows: ROWS, endings: ENDINGS };

/// Words that end a compound: "Vertriebs-leiter".
const ENDINGS: &str = "";

const ROWS: &[Row] = &[
    trade(
        Owner,
        &[Entrepreneurship],
        "fondateur, fondatrice, cofondateur, co fondateur, propriétaire, entrepreneur, chef d entreprise, cheffe d entreprise, dirigeant fondateur, créateur d entreprise, fondateur et dirigeant, fondateur dirigeant, repreneur, auto entrepreneur, autoentrepreneur, micro entrepreneur, patron, patronne, fondateur gérant, entrepreneure, entrepreneuse, exploitant, startuper",
    ),
    role(
        Partner,
        &[BusinessDevelopment],
        "associé, associé gérant, avocat associé, partenaire associé, associé fondateur",
    ),
    trade(
        Cxo,
        &[Operations],
        "directeur général, pdg, p d g, président, président directeur général, présidente directrice générale, gérant, co gérant, cogérant, dirigeant, dirigeante, directeur général délégué, dg, dga, directeur général adjoint, président du directoire, membre du directoire, administrateur délégué, présidente fondatrice, directrice générale adjointe, directrice générale déléguée, directeur exécutif, membre du comité exécutif, membre du comex, directrice générale",
    ),
    side(
        Cxo,
        &[],
        "administrateur indépendant, membre du conseil d administration, administratrice indépendante, président du conseil, membre du conseil",
    ),
    role(Vp, &[], "vice président, vice présidente"),
    role(
        Director,
        &[],
        "directeur, directeur adjoint, directeur régional, directeur de département, directrice adjointe, directeur exécutif adjoint, directeur de région, directeur de site, directeur d agence, directeur de l agence, directeur du pôle",
    ),
    trade(Director, &[HumanResources], "drh, directeur des ressources humaines, directeur rh"),
    trade(Director, &[Finance], "daf, raf, directeur administratif et financier, directeur financier"),
    trade(
        Director,
        &[InformationTechnology],
        "dsi, rssi, directeur des systèmes d information, directeur informatique",
    ),
    trade(
        Director,
        &[Sales],
        "directeur commercial, directrice commerciale, directeur des ventes, directeur commerciale",
    ),
    trade(
        Director,
        &[Operations],
        "directeur d usine, directeur des opérations, directeur d exploitation, directeur industriel, directeur de production, directeur supply chain, directeur de magasin, directeur logistique, directeur d hôtel, directeur d établissement",
    ),
    trade(Director, &[Engineering], "directeur technique, directeur de travaux, directeur r&d"),
    trade(Director, &[Education], "directeur d école, proviseur, principal de collège, directrice d école, recteur"),
    trade(
        Director,
        &[MediaAndCommunication],
        "rédacteur en chef, directeur de la communication, directeur de la rédaction, dircom, directeur de publication, rédactrice en chef",
    ),
    trade(Director, &[ArtsAndDesign], "directeur de création, directeur de la création, directeur créatif"),
    trade(
        Senior,
        &[ArtsAndDesign],
        "directeur artistique, directrice artistique, chef opérateur, directeur de la photographie, directeur photo, DA",
    ),
    role(
        Manager,
        &[],
        "responsable, manager, chef, cheffe, chef de service, chef d équipe, cheffe d équipe, chef de secteur, encadrant, superviseur, chef de groupe, chef de département, cadre, chef de pôle, animateur d équipe, responsable d équipe, adjoint au directeur, chef de bureau, chef de mission, contremaître, chef d atelier, chef de rayon, manager d équipe, gestionnaire d équipe, chef de cabinet, coordinateur général",
    ),
    trade(
        Manager,
        &[ProgramAndProjectManagement],
        "chef de projet, cheffe de projet, chef de projets, cheffe de projets, directeur de projet adjoint, responsable de projet, responsable projet, pilote de projet, chef de programme",
    ),
    trade(
        Director,
        &[ProgramAndProjectManagement],
        "directeur de projet, directeur de projets, directeur de programme",
    ),
    trade(
        Manager,
        &[Marketing],
        "chef de produit, cheffe de produit, chef de marque, chef de publicité, responsable éditorial, traffic manager, responsable e commerce, chef de produits",
    ),
    trade(
        Manager,
        &[Sales],
        "chef des ventes, cheffe des ventes, responsable grands comptes, responsable de secteur, responsable commercial, responsable commerciale, responsable développement commercial, responsable de comptes, responsable des ventes, directeur de clientèle, chef de secteur gms, responsable grands comptes",
    ),
    trade(
        Manager,
        &[Operations],
        "chef de chantier, conducteur de travaux, chef d exploitation, responsable de magasin, responsable d exploitation, chef de cuisine, responsable de site, responsable d atelier, chef de quai, chef de production, gérant de magasin, responsable de boutique, directeur de restaurant",
    ),
    trade(Manager, &[Accounting], "chef comptable, cheffe comptable, responsable comptable"),
    trade(Manager, &[HealthcareServices], "cadre de santé"),
    rank(Rank::Senior, "confirmé, confirmée, expérimenté, expérimentée"),
    rank(Rank::Junior, "débutant, débutante, jeune diplômé, jeune diplômée, diplômé, diplômée"),
    rank(Rank::Assistant, "assistant, secrétaire adjoint, auxiliaire, aide"),
    rank(Rank::Associate, "coordinateur, coordonnateur, coordination des"),
    rank(Rank::Deputy, "adjoint, vice, par intérim, de transition"),
    rank(
        Rank::Student,
        "étudiant, étudiante, élève ingénieur, doctorant, lycéen, élève, étudiant ingénieur, etudiant, master 2, m2",
    ),
    rank(
        Rank::Training,
        "stagiaire, alternant, apprenti, alternance, stage, en alternance, en apprentissage, apprentissage, en stage, thésard, interne",
    ),
    rank(
        Rank::Freelance,
        "indépendant, indépendante, à son compte, travailleur indépendant, en freelance, libéral, libérale, profession libérale",
    ),
    rank(Rank::Volunteer, "bénévole, bénévolat, volontaire, service civique"),
    trade(
        Individual,
        &[Sales],
        "commercial, commerciale, vendeur, vendeuse, technico commercial, ingénieur commercial, ingénieur d affaires, attaché commercial, attachée commerciale, délégué commercial, déléguée commerciale, conseiller commercial, conseiller de vente, conseillère de vente, chargé d affaires, chargée d affaires, business developer, téléprospecteur, agent commercial, conseiller clientèle, chargé de clientèle, chargée de clientèle, commercial sédentaire, commercial itinérant, délégué médical, conseiller en vente, représentant, vrp, chargé de comptes, hôte de caisse, hôtesse de caisse, ingénieure commerciale, ingénieure d affaires, commercial terrain, commercial export, commercial b2b, commercial btob, commercial grands comptes, commercial indépendant, commercial international",
    ),
    trade(Individual, &[Purchasing], "acheteur, acheteuse, approvisionneur, gestionnaire achats, chargé d achats"),
    trade(
        Individual,
        &[Engineering],
        "ingénieur, développeur, développeuse, ingénieur logiciel, ingénieur d études, ingénieur r&d, programmeur, développeur web, technicien de maintenance, électricien, mécanicien, ingénieur mécanique, ingénieur civil, automaticien, projeteur, dessinateur industriel, électrotechnicien, électromécanicien, ingénieur études, ingénieur de recherche et développement, ingénieur process, ingénieur méthodes, plombier, chauffagiste, technicien bureau d études, géomètre, dessinateur projeteur, soudeur, menuisier, usineur, ingénieur informatique, ingénieur données, concepteur développeur",
    ),
    trade(
        Individual,
        &[InformationTechnology],
        "informaticien, administrateur systèmes, administrateur systèmes et réseaux, technicien informatique, administrateur réseau, architecte logiciel, analyste de données, analyste programmeur, consultant sap, architecte si, technicien support, technicien systèmes et réseaux, consultant it, administrateur système, consultant informatique, analyste cybersécurité, ingénieur systèmes et réseaux, consultant erp, technicien réseau, administrateur de bases de données",
    ),
    trade(
        Individual,
        &[Accounting],
        "comptable, expert comptable, contrôleur de gestion, contrôleuse de gestion, auditeur, auditrice, commissaire aux comptes, fiscaliste, aide comptable confirmé, auditeur interne, collaborateur comptable, gestionnaire comptable, auditrice interne",
    ),
    trade(
        Individual,
        &[Finance],
        "analyste financier, conseiller financier, gestionnaire de patrimoine, conseiller en gestion de patrimoine, trésorier, banquier, courtier, actuaire, conseiller bancaire, cgp, courtier en assurances, souscripteur, économiste, agent général d assurance, banquier privé, gestionnaire de fortune, gérant de portefeuille, conseiller en patrimoine, analyste crédit, analyste risques, gestionnaire sinistres, analyste financière",
    ),
    trade(
        Individual,
        &[Legal],
        "avocat, juriste, notaire, huissier, avocat d affaires, magistrat, juge, greffier, délégué à la protection des données, conseiller juridique, huissier de justice, clerc de notaire, avocat fiscaliste, médiateur, mandataire judiciaire",
    ),
    trade(
        Individual,
        &[HealthcareServices],
        "médecin, infirmier, pharmacien, dentiste, kinésithérapeute, psychologue, aide soignant, sage femme, chirurgien, vétérinaire, ostéopathe, orthophoniste, médecin généraliste, préparateur en pharmacie, ergothérapeute, diététicien, psychiatre, psychothérapeute, ambulancier, opticien, infirmier libéral, masseur kinésithérapeute, sophrologue, auxiliaire de vie, chirurgien dentiste, pédiatre, radiologue, podologue, psychomotricien, visiteur médical, naturopathe",
    ),
    trade(
        Individual,
        &[HumanResources],
        "recruteur, recruteuse, chargé de recrutement, chargée de recrutement, chargé rh, chargée rh, gestionnaire paie, gestionnaire rh, chargé de ressources humaines, chargée de ressources humaines, consultant rh, consultant en recrutement, consultante en recrutement, consultante rh, chasseur de têtes, gestionnaire de paie, chargé de formation, conseiller en recrutement, conseiller emploi, conseiller en insertion professionnelle, chargé de mission rh, gestionnaire paie et administration du personnel",
    ),
    trade(
        Individual,
        &[Education],
        "professeur, professeure, enseignant, enseignante, formateur, maître de conférences, professeur des écoles, conseiller pédagogique, instituteur, enseignant chercheur, formatrice, conférencier, éducateur de jeunes enfants, cpe, documentaliste, bibliothécaire, ingénieur pédagogique, moniteur, responsable pédagogique assistant, chargé d enseignement, animateur pédagogique",
    ),
    trade(
        Individual,
        &[Research],
        "chercheur, chercheuse, ingénieur de recherche, chargé de recherche, directeur de recherche, chimiste, biologiste, physicien, technicien de laboratoire, post doctorant, postdoctorant, attaché de recherche clinique, chargé d études, statisticien, arc, géologue, sociologue, historien, chargée d études",
    ),
    trade(
        Individual,
        &[Consulting],
        "conseil en stratégie, consultant en stratégie, consultant en organisation, consultant en management, coach professionnel, consultant senior conseil, conseiller en stratégie, consultant en transformation, consultant stratégie",
    ),
    trade(
        Individual,
        &[Marketing],
        "chargé de marketing, chargée de marketing, chargé marketing, rédacteur web, rédactrice web, community manager, concepteur rédacteur, conceptrice rédactrice, créateur de contenu, créatrice de contenu, créateur de contenus, chargé de communication digitale, traffic manager web, consultant seo, consultant marketing, chargé d événementiel, référenceur, chargé de projet marketing, chargé de communication et marketing, responsable marketing assistant, média planner, chargée de marketing digital, chef de pub, brand content manager",
    ),
    trade(
        Individual,
        &[MediaAndCommunication],
        "journaliste, rédacteur, rédactrice, chargé de communication, chargée de communication, attaché de presse, attachée de presse, traducteur, traductrice, auteur, autrice, animateur radio, correspondant, relations presse, community animateur, réalisateur, réalisatrice, monteur, attaché de presse indépendant, écrivain, interprète, chargé de relations publiques, chargé de relations presse, reporter, chroniqueur, éditeur, éditrice, porte parole, scénariste",
    ),
    trade(
        Individual,
        &[ArtsAndDesign],
        "graphiste, designer, webdesigner, illustrateur, photographe, architecte, architecte d intérieur, motion designer, maquettiste, infographiste, décorateur, styliste, monteur vidéo, vidéaste, urbaniste, paysagiste, scénographe, ux designer, animateur 2d, animateur 3d, dessinateur, artiste, directeur artistique junior, créatif, créative, décoratrice d intérieur, architecte paysagiste, modéliste, musicien, comédien, comédienne, chanteur, designer graphique, storyboarder, cadreur, designer produit",
    ),
    trade(
        Individual,
        &[CustomerSuccessAndSupport],
        "chargé de relation client, chargée de relation client, téléconseiller, conseiller client, technicien support client, chargé de service client, conseiller relation client, chargé d assistance, hôte d accueil client, conseillère client, technicien helpdesk, chargé de support, conseiller service client",
    ),
    trade(
        Individual,
        &[CommunityAndSocialServices],
        "éducateur spécialisé, assistant social, assistante sociale, assistant de service social, travailleur social, animateur socioculturel, éducateur, éducatrice, médiateur social, chargé de mission solidarité, pasteur, prêtre, animateur jeunesse, conseiller en économie sociale et familiale, moniteur éducateur, éducatrice spécialisée, animateur social",
    ),
    trade(
        Individual,
        &[MilitaryAndProtectiveServices],
        "policier, policière, gendarme, sapeur pompier, pompier, officier, militaire, agent de sécurité, capitaine, sous officier, commandant, lieutenant, officier de police, gardien de la paix, colonel, pompier volontaire, adjudant, agent de sûreté, sergent",
    ),
    trade(
        Individual,
        &[RealEstate],
        "agent immobilier, conseiller immobilier, négociateur immobilier, mandataire immobilier, gestionnaire immobilier, syndic, gestionnaire de copropriété, gestionnaire locatif, promoteur immobilier, conseillère en immobilier, conseiller en immobilier, expert immobilier, chasseur immobilier, administrateur de biens, négociatrice immobilière, marchand de biens, agente immobilière",
    ),
    trade(
        Individual,
        &[Operations],
        "logisticien, préparateur de commandes, cariste, magasinier, chauffeur, cuisinier, serveur, gestionnaire de stock, agent logistique, planificateur, ordonnanceur, conducteur de ligne, opérateur, agent de production, chargé d exploitation, affréteur, agent d exploitation, chauffeur livreur, pâtissier, boulanger, agriculteur, agent d entretien, ouvrier, pilote de ligne, gestionnaire logistique, responsable hse adjoint, conducteur routier, technicien logistique, chargé de mission développement durable, gestionnaire des stocks, chargé hse, maçon, viticulteur, steward, hôtesse de l air, déclarant en douane",
    ),
    trade(
        Individual,
        &[QualityAssurance],
        "qualiticien, ingénieur qualité, technicien qualité, auditeur qualité, testeur, contrôleur qualité, testeur logiciel, assistant qualité confirmé, ingénieur test, ingénieure qualité, chargé qualité, animateur qualité",
    ),
    trade(
        Individual,
        &[Administrative],
        "secrétaire, standardiste, agent administratif, hôtesse d accueil, agent d accueil, gestionnaire administratif, secrétaire médicale, employé administratif, agent de bureau, secrétaire général, attaché d administration, fonctionnaire, attaché territorial, secrétaire de mairie",
    ),
    trade(
        Entry,
        &[Administrative],
        "assistant de direction, assistante de direction, assistant administratif, assistante administrative, assistant personnel, office assistant, assistante polyvalente, assistante personnelle, assistant polyvalent, secrétaire de direction, assistante de gestion, assistant de gestion",
    ),
    role(
        Individual,
        &[],
        "chargé, chargée, chargé de mission, chargée de mission, technicien, agent, spécialiste, analyste, gestionnaire, employé, employée, délégué, conseiller technique, attaché, chargé de projet, chargée de projet, collaborateur, salarié, opérateur de saisie, correcteur, chargé de développement, élu, maire, député, référent, chargé d études techniques, animateur, praticien, ouvrier qualifié, professionnel, préparateur, contrôleur, formateur consultant, chargée de développement, intervenant",
    ),
    trade(
        Individual,
        &[ProgramAndProjectManagement],
        "chargé de projet, chargée de projet, chargé de projets, chargée de projets, amoa, moa, consultant amoa, pmo junior, coach agile",
    ),
    role(Senior, &[], "expert, experte, référent technique, maître artisan"),
    topic(
        &[Sales],
        "vente, ventes, grands comptes, développement commercial, clientèle, action commerciale, prospection, force de vente, vendre, relation commerciale, administration des ventes, adv, négociation commerciale",
    ),
    topic(&[Purchasing], "achats, achat, approvisionnement, approvisionnements, sourcing fournisseurs, fournisseurs"),
    topic(
        &[Marketing],
        "marque, publicité, événementiel, référencement, webmarketing, réseaux sociaux, contenu, contenus, acquisition, stratégie de marque, marketing digital, marketing et communication, communication et marketing, événements, marketing communication, stratégie de contenu, e marketing, animation commerciale, évènementiel, stratégie digitale",
    ),
    topic(
        &[MediaAndCommunication],
        "communication, communication interne, relations publiques, presse, rédaction, médias, relations presse, édition, communication corporate, communication externe, audiovisuel, journalisme, affaires publiques, traduction, cinéma, communication institutionnelle, communication digitale",
    ),
    topic(
        &[HumanResources],
        "ressources humaines, rh, recrutement, paie, formation, gestion des talents, développement rh, talents, qvt, marque employeur, relations sociales, administration du personnel, développement des compétences, diversité, gpec, mobilité interne, personnel",
    ),
    topic(
        &[Finance],
        "finance, financier, financière, banque, assurance, trésorerie, gestion de patrimoine, crédit, investissement, investissements, financement, gestion des risques, fusions acquisitions, assurances, patrimoine, financiers, risques, marchés financiers, contrôle financier, économie",
    ),
    topic(
        &[Accounting],
        "comptabilité, fiscalité, audit, contrôle de gestion, fiscal, gestion comptable, comptabilité et finance, consolidation, audit interne, fiscale",
    ),
    topic(
        &[Engineering],
        "ingénierie, logiciel, développement logiciel, technique, mécanique, électronique, génie civil, maintenance, travaux, développement web, électrique, robotique, bureau d études, btp, méthodes, études techniques, automatisme, informatique industrielle, intelligence artificielle, électricité, génie, développement informatique, maintenance industrielle, front end, systèmes embarqués, énergétique, mécatronique, recherche et développement",
    ),
    topic(
        &[InformationTechnology],
        "informatique, systèmes d information, cybersécurité, données, réseaux, si, infrastructure, infrastructures, data et ia, sécurité informatique, systèmes et réseaux, système d information, transformation numérique, sécurité des systèmes d information, bases de données, support informatique",
    ),
    soft(&[InformationTechnology], "numérique, digitale, transformation digitale, digitalisation"),
    topic(
        &[Operations],
        "logistique, production, opérations, exploitation, chaîne logistique, transport, transports, développement durable, rse, hse, qhse exploitation, stocks, restauration, hôtellerie, énergie, industrie du futur, environnement, magasin, prévention, tourisme, agriculture, flux, industrialisation, entrepôt, import export, douane, santé sécurité, sécurité au travail, aérien",
    ),
    soft(
        &[Operations],
        "amélioration continue, stratégie, organisation, gestion, transformation, excellence opérationnelle, gestion d entreprise, innovation stratégique, direction",
    ),
    topic(
        &[QualityAssurance],
        "qualité, contrôle qualité, assurance qualité, qhse, qse, management de la qualité, tests, hygiène",
    ),
    topic(
        &[Legal],
        "juridique, droit, droit social, conformité, affaires juridiques, droit des affaires, contentieux, propriété intellectuelle, réglementaire, affaires réglementaires, droit du travail, droit public, rgpd, droit immobilier, droit fiscal, barreau, droit pénal",
    ),
    topic(
        &[Research],
        "recherche, biologie, chimie, sciences, études de marché, biologie moléculaire, physique, études, recherche clinique, laboratoire, sociologie, neurosciences, science",
    ),
    topic(
        &[Education],
        "enseignement, éducation, pédagogie, école, enseignement supérieur, formation continue, mathématiques, français, scolaire, e learning formation, pédagogique, formation professionnelle",
    ),
    topic(
        &[HealthcareServices],
        "santé, soins, médical, médicale, pharmacie, soins infirmiers, santé publique, paramédical, hospitalier, santé mentale, clinique médicale, cardiologie, médecine, radiologie, psychologie, gériatrie",
    ),
    topic(
        &[CommunityAndSocialServices],
        "social, action sociale, associatif, humanitaire, solidarité, insertion, protection de l enfance, économie sociale et solidaire, ess, médico social, mécénat, jeunesse, intervention sociale, vie associative, collecte de fonds, handicap",
    ),
    topic(
        &[MilitaryAndProtectiveServices],
        "défense, sûreté, police, armée, gendarmerie, sécurité privée, sécurité incendie, sécurité publique, protection civile",
    ),
    topic(
        &[RealEstate],
        "immobilier, immobilière, patrimoine immobilier, gestion locative, copropriété, promotion immobilière, logement, habitat, foncier, immobiliers, transaction immobilière",
    ),
    topic(
        &[CustomerSuccessAndSupport],
        "relation client, service client, support client, expérience client, sav, service après vente, satisfaction client, relation clients, clients, relations clients",
    ),
    topic(&[ProductManagement], "produit, produits, gestion de produit, offre"),
    topic(
        &[ProgramAndProjectManagement],
        "projet, projets, gestion de projet, gestion de projets, pilotage de projets, conduite du changement, management de projet, planification de projets",
    ),
    topic(
        &[BusinessDevelopment],
        "partenariats, développement d affaires, développement des affaires, partenariat, alliances stratégiques, développement international",
    ),
    topic(
        &[Administrative],
        "administratif, administrative, secrétariat, administration, accueil, services généraux, moyens généraux, bureautique, administration générale",
    ),
    topic(
        &[ArtsAndDesign],
        "graphisme, création graphique, design graphique, photographie, direction artistique, création, identité visuelle, arts, art, vidéo, dessin, architecture d intérieur, graphique, décoration, mode, motion design, culture, conception graphique, montage vidéo, infographie, webdesign",
    ),
    topic(&[Consulting], "conseil en management, accompagnement, conseil en organisation, stratégie et conseil"),
    topic(&[Entrepreneurship], "entrepreneuriat, création d entreprise, entreprenariat"),
    plain(At, "chez, actuellement chez, au sein de, au sein du, au sein d, auprès de"),
    plain(MaybeAt, "à, au, aux, à l, pour, en"),
    plain(Of, "de, du, d, de l, des"),
    plain(
        Preposition,
        "dans, par, sur, sous, vers, entre, et de, dans le, dans la, l, en charge de, en charge des, en charge du",
    ),
    plain(
        Cut,
        "qui, avec, spécialisé en, spécialisée en, spécialisé dans, spécialisée dans, passionné par, passionnée par, passionné, passionnée, j aide, en recherche de, en quête de, à la recherche de, depuis, ans d expérience, je, nous, grâce, afin, spécialiste de la, en reconversion, à l écoute, basé à, basée à",
    ),
    plain(And, "et, ou, ainsi que"),
    plain(Article, "le, la, les, un, une"),
    plain(
        Praise,
        "je suis, actuellement, passionné de, ancien élève, futur proche, heureux, jeune, certifié, certifiée, diplômé d état, unique, fier, fière",
    ),
    plain(
        Former,
        "ancien, ancienne, ex, anciennement, retraité, retraitée, précédemment, en retraite, ancien directeur adjoint",
    ),
    plain(
        Wanted,
        "en recherche d emploi, en recherche de, en recherche d, à la recherche de, à la recherche d, recherche un, recherche une, futur, future, en quête de, en reconversion, à l écoute d opportunités, disponible, en recherche active, cherche, en reconversion professionnelle, à l écoute du marché, en recherche",
    ),
    plain(
        Slogan,
        "j aide, je règle, je crée, j accompagne, nous aidons, nous accompagnons, je, j, nous, aider, aide les, accompagner, votre, vos, passionné, passionnée, ensemble, parce que, donner, rendre, pour que, comment, créer, découvrez, vous, au service de, on, faire, révéler, libérez, développez, transformez, boostez, accompagne",
    ),
    plain(
        Known,
        "pme, entreprises, entreprise, société, ans, expérience, indirects, indirect, temps partagé, opportunités, emploi, avenir, vie, monde, monde meilleur, passion, humain, humaine, management, équipe, équipes, leader, agroalimentaire, cosmétique, luxe, aéronautique, automobile, énergies renouvelables, secteur, île de france, idf, rhône alpes, paca, bretagne, région, clients heureux, femmes, hommes, enfants, international, europe du sud, terrain, secteur public, collectivités, collectivités territoriales, associations, industriel, industrielle, industrie, distribution, grande distribution, retail et luxe, réseau, poste, mission, missions, cdi, cdd, master, licence, bts, dut, bac, école de commerce, services, santé et bien être, bien être, département, service, pôle, équipe, groupe de travail, unité",
    ),
    plain(
        Organisation,
        "laboratoires, laboratoire, société, mairie, conseil départemental, conseil régional, ministère, cabinet, maison, lycée, collège, clinique, chu, crédit mutuel, caisse d épargne, ville, département, métropole, restos, éditions, librairie, boulangerie, garage, france travail, pôle emploi, cnrs, inserm, édition, agence, centre hospitalier, ecole, école, association, hôtel, centre, chambre de commerce, cci",
    ),
    advice(Individual, "consultant, conseiller, conseil"),
];
