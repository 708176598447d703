//! English.

use super::Kind::{And, Article, At, Cut, Former, Known, MaybeAt, Of, Praise, Preposition, Slogan, Wanted};
use super::{Rank, Row, Table, advice, industry, phrase, plain, rank, role, side, soft, topic, trade};
use crate::Function::{
    Accounting, Administrative, ArtsAndDesign, BusinessDevelopment, CommunityAndSocialServices, Consulting,
    CustomerSuccessAndSupport, Education, Engineering, Entrepreneurship, Finance, HealthcareServices, HumanResources,
    InformationTechnology, Legal, Marketing, MediaAndCommunication, MilitaryAndProtectiveServices, Operations,
    ProductManagement, ProgramAndProjectManagement, Purchasing, QualityAssurance, RealEstate, Research, Sales,
};
use crate::Lang;
use crate::Seniority::{Cxo, Director, Entry, Individual, Manager, Owner, Partner, Senior, Vp};

pub(super) const TABLE: Table = Table { lang: Some(Lang::En), rows: ROWS, endings: "" };

const ROWS: &[Row] = &[
    // Owners and partners.
    trade(
        Owner,
        &[Entrepreneurship],
        "founder, co founder, cofounder, owner, co owner, business owner, proprietor, entrepreneur, serial entrepreneur, solopreneur, small business owner, founder in residence, solo founder, shop owner, franchise owner, franchisee, startup founder, company owner, store owner, owner operator",
    ),
    rank(Rank::Partner, "partner"),
    role(
        Partner,
        &[BusinessDevelopment],
        "managing partner, general partner, equity partner, senior partner, founding partner, venture partner, operating partner, associate partner, limited partner, name partner, co managing partner, partner in charge, audit partner, tax partner, law partner, junior partner, salary partner",
    ),
    // C-level.
    trade(
        Cxo,
        &[Operations],
        "chief executive, chief executive officer, chief operating officer, managing director, joint managing director, president, president and ceo, president & ceo, chairman, chairwoman, chairperson, chair of the board, executive chairman, executive chair, country president, country managing director",
    ),
    trade(
        Cxo,
        &[Finance],
        "chief financial officer, chief finance officer, chief investment officer, chief risk officer, chief accounting officer",
    ),
    trade(
        Cxo,
        &[InformationTechnology],
        "chief technology officer, chief information officer, chief information security officer, chief digital officer, chief data officer, chief technical officer, chief ai officer, chief security officer, chief data and analytics officer, chief analytics officer, chief digital information officer, chief transformation officer",
    ),
    trade(
        Cxo,
        &[Marketing],
        "chief marketing officer, chief growth officer, chief brand officer, chief content officer, chief experience officer",
    ),
    trade(Cxo, &[MediaAndCommunication], "chief communications officer"),
    trade(
        Cxo,
        &[Sales],
        "chief revenue officer, chief sales officer, chief commercial officer, chief business officer",
    ),
    trade(Cxo, &[CustomerSuccessAndSupport], "chief customer officer"),
    trade(
        Cxo,
        &[HumanResources],
        "chief people officer, chief human resources officer, chief hr officer, chief talent officer, chief diversity officer, chief learning officer, chief people and culture officer, chief culture officer, chief happiness officer",
    ),
    trade(Cxo, &[ProductManagement], "chief product officer, chief product and technology officer"),
    trade(Cxo, &[ArtsAndDesign], "chief creative officer, chief design officer"),
    trade(Cxo, &[Legal], "chief legal officer, chief compliance officer, chief privacy officer"),
    trade(
        Cxo,
        &[Operations],
        "chief administrative officer, chief supply chain officer, chief strategy officer, chief sustainability officer, chief of operations, chief impact officer, chief esg officer",
    ),
    trade(Cxo, &[Purchasing], "chief procurement officer, chief purchasing officer"),
    trade(Cxo, &[HealthcareServices], "chief medical officer, chief nursing officer, chief nurse officer"),
    trade(
        Cxo,
        &[Research],
        "chief scientific officer, chief science officer, chief research officer, chief innovation officer",
    ),
    trade(Cxo, &[QualityAssurance], "chief quality officer"),
    rank(Rank::Chief, "chief"),
    trade(Manager, &[Operations, Administrative], "chief of staff, deputy chief of staff"),
    trade(Senior, &[MediaAndCommunication], "editor in chief, chief editor, managing editor, news chief, bureau chief"),
    trade(Manager, &[MilitaryAndProtectiveServices], "fire chief, police chief, chief of police, battalion chief"),
    role(Senior, &[Marketing], "copy chief"),
    // Vice presidents, directors, heads.
    role(
        Vp,
        &[],
        "vice president, senior vice president, executive vice president, assistant vice president, associate vice president, regional vice president, group vice president, first vice president, vice presidents, vice prez, corporate vice president",
    ),
    role(
        Director,
        &[],
        "director, executive director, dir, deputy director, associate director, senior director, group director, regional director, country director, area director, head of, global head of, group head of, co director, division head, department head, programme director, program head, vertical head, cluster head, sector head, board director",
    ),
    trade(
        Director,
        &[ProgramAndProjectManagement],
        "program director, project director, delivery director, head of delivery, head of projects, head of pmo",
    ),
    trade(
        Director,
        &[ArtsAndDesign],
        "creative director, design director, executive creative director, group creative director, associate creative director, motion director, animation director, video director, global creative director, digital creative director, fashion director, ux director, visual director, head of creative, creative head",
    ),
    trade(
        Senior,
        &[ArtsAndDesign],
        "art director, director of photography, lighting director, cinematographer, art and video director, casting director, music director, stage director, film director, senior art director, middle art director, digital art director",
    ),
    trade(Senior, &[MediaAndCommunication], "senior producer, showrunner"),
    trade(
        Director,
        &[HealthcareServices],
        "medical director, clinical director, director of nursing, nursing director, head of nursing",
    ),
    trade(
        Director,
        &[Education],
        "school principal, high school principal, elementary school principal, vice principal, assistant principal, headteacher, head teacher, headmaster, headmistress, dean, associate dean, provost, superintendent of schools, academic director, head of school",
    ),
    trade(Director, &[Marketing], "head of growth, head of brand, head of content, growth director"),
    trade(
        Director,
        &[Sales],
        "commercial director, head of commercial, account director, client director, group account director, client services director, business director",
    ),
    trade(Director, &[Finance], "finance director, treasurer, head of finance"),
    rank(Rank::Head, "head"),
    // Managers.
    role(
        Manager,
        &[],
        "manager, mgr, mngr, senior manager, team lead, team leader, teamlead, teamleader, supervisor, leader, group leader, section leader, shift leader, shift lead, superintendent, foreman, forewoman, squad leader, people manager, line manager, assistant manager, deputy manager, associate manager, duty manager, middle manager, pod lead, crew lead, people leader, tribe lead, area lead, branch head",
    ),
    trade(
        Manager,
        &[Operations],
        "plant manager, warehouse manager, operations manager, site manager, factory manager, store manager, branch manager, restaurant manager, hotel manager, fleet manager, production manager, manufacturing manager, supply chain manager, logistics manager, general manager, country manager, transport manager, facilities manager, facility manager, stock manager, retail manager, shift manager, kitchen manager, assistant store manager, business manager, business unit manager, regional manager, area manager, district manager, site supervisor, construction manager, bar manager",
    ),
    trade(
        Manager,
        &[ProductManagement],
        "product manager, group product manager, technical product manager, ai product manager, senior product manager, growth product manager, data product manager, digital product manager, product line manager, innovation manager",
    ),
    trade(
        Individual,
        &[ProductManagement],
        "product owner, technical product owner, business product owner, digital product owner",
    ),
    trade(
        Individual,
        &[Operations],
        "process owner, service owner, data owner, system owner, application owner, risk owner, control owner, task owner, content owner, platform owner, private chef, personal chef, chef de partie",
    ),
    trade(
        Manager,
        &[Marketing],
        "product marketing manager, marketing manager, brand manager, growth manager, social media manager, seo manager, content manager, campaign manager, event manager, events manager, community manager, digital manager, e commerce manager, ecommerce manager, crm manager, affiliate manager, influencer manager, trade marketing manager, shopper marketing manager, paid media manager, channel marketing manager, partner marketing manager, field marketing manager",
    ),
    trade(
        Manager,
        &[Sales],
        "account manager, key account manager, sales manager, territory manager, client manager, national account manager, strategic account manager, global account manager, business relationship manager, relationship manager, channel manager, channel sales manager, enterprise account manager, area sales manager, regional sales manager, sales team lead, commercial manager, export manager, bid manager, presales manager, senior account manager, showroom manager",
    ),
    trade(
        Manager,
        &[ProgramAndProjectManagement],
        "project manager, program manager, programme manager, delivery manager, release manager, implementation manager, technical program manager, project lead, project leader, transformation manager, change manager, agile delivery manager, project controls manager, engagement manager, service delivery manager, production project manager, programme lead, program lead, pmo manager, it project manager",
    ),
    trade(
        Manager,
        &[BusinessDevelopment],
        "business development manager, partnership manager, partnerships manager, partner manager, alliance manager, alliances manager, channel partner manager, partner success manager, new business manager, strategic partnerships manager, partner development manager",
    ),
    trade(
        Manager,
        &[CustomerSuccessAndSupport],
        "customer success manager, client success manager, customer service manager, support manager, customer support manager, customer experience manager, call center manager, contact center manager, call centre manager, success manager, technical account manager, onboarding manager, customer care manager, helpdesk manager, service manager",
    ),
    trade(
        Manager,
        &[HumanResources],
        "hr manager, talent manager, recruiting manager, recruitment manager, hiring manager, talent acquisition manager, payroll manager, people operations manager, training manager, learning manager",
    ),
    trade(
        Manager,
        &[Purchasing],
        "category manager, procurement manager, purchasing manager, sourcing manager, vendor manager, supplier manager, commodity manager, buying manager, contract manager, contracts manager",
    ),
    trade(
        Manager,
        &[QualityAssurance],
        "quality manager, qa manager, test manager, quality assurance manager, test lead, qa lead, quality lead",
    ),
    trade(
        Manager,
        &[RealEstate],
        "property manager, leasing manager, estate manager, real estate manager, lettings manager, community association manager",
    ),
    trade(
        Manager,
        &[Finance],
        "finance manager, investment manager, portfolio manager, fund manager, treasury manager, credit manager, risk manager, asset manager, wealth manager, claims manager, underwriting manager, investor relations manager, collections manager, fp&a manager",
    ),
    trade(Manager, &[Accounting], "accounting manager, tax manager, audit manager, accounts manager"),
    trade(
        Manager,
        &[Administrative],
        "office manager, administration manager, front office manager, executive office manager, practice manager",
    ),
    trade(
        Manager,
        &[InformationTechnology],
        "it manager, information security manager, data manager, service desk manager, infrastructure manager, it service manager, systems manager, analytics manager, data science manager, bi manager",
    ),
    trade(
        Manager,
        &[Engineering],
        "engineering manager, software engineering manager, software development manager, maintenance manager, technical manager, r&d manager, design engineering manager, senior engineering manager",
    ),
    trade(
        Manager,
        &[MediaAndCommunication],
        "communications manager, communication manager, pr manager, public relations manager, media manager, public affairs manager, internal communications manager, editorial manager",
    ),
    trade(
        Manager,
        &[ArtsAndDesign],
        "design manager, creative manager, product design manager, brand design manager, studio manager, ux manager",
    ),
    trade(Manager, &[Legal], "compliance manager, legal manager"),
    trade(
        Manager,
        &[HealthcareServices],
        "nurse manager, ward manager, care manager, clinical manager, head nurse, charge nurse, matron",
    ),
    trade(
        Manager,
        &[CommunityAndSocialServices],
        "fundraising manager, volunteer manager, charity manager, case manager, grants manager, csr manager",
    ),
    trade(
        Manager,
        &[MilitaryAndProtectiveServices],
        "security manager, security supervisor, major, lieutenant colonel, colonel, captain, commander, lieutenant, police sergeant, sergeant",
    ),
    trade(Manager, &[Operations], "director of first impressions"),
    // Words of rank.
    rank(Rank::Senior, "senior, principal, distinguished"),
    rank(Rank::Lead, "lead"),
    rank(Rank::Staff, "staff"),
    rank(Rank::Junior, "junior, entry level, graduate, new grad"),
    rank(Rank::Assistant, "assistant, asst, assistants, aide, helper, clerical"),
    rank(Rank::Associate, "associate, assoc, coordinator, co ordinator, clerk"),
    rank(Rank::Deputy, "deputy, vice, interim, acting, co, regional vice, global deputy, fractional, founding"),
    rank(Rank::Executive, "executive, exec"),
    rank(
        Rank::Student,
        "student, undergraduate, undergrad, postgraduate student, phd student, phd candidate, mba candidate, mba student, candidate, medical student, law student, doctoral student, doctoral candidate, phd researcher, graduate student, master s student, masters student, freshman, sophomore, bachelor student, master student, pupil, senior year student, final year student, student assistant, exchange student, student researcher",
    ),
    rank(
        Rank::Training,
        "intern, internship, trainee, apprentice, apprenticeship, summer analyst, summer associate, management trainee, graduate trainee, co op student, placement student, working student, student worker, cadet, teaching intern",
    ),
    rank(
        Rank::Freelance,
        "freelance, freelancer, free lancer, free lance, frelancer, independent, self employed, selfemployed, contractor, gig, sole trader, independent contractor",
    ),
    rank(Rank::Volunteer, "volunteer, volunteering, pro bono, unpaid"),
    // Contributors whose trade tells the function.
    trade(
        Individual,
        &[Sales],
        "account executive, sales executive, sales representative, sales rep, salesperson, salesman, saleswoman, sales development representative, business development representative, sales consultant, sales specialist, account rep, account representative, sales engineer, solutions engineer, solution engineer, solutions consultant, presales consultant, pre sales consultant, sales advisor, sales agent, telemarketer, sales professional, sales assistant manager, medical representative, pharmaceutical sales representative, inside sales, closer, auctioneer, merchandiser, cashier, sales coach, key account executive, enterprise account executive, strategic account executive, client executive, area sales executive, field sales executive, insurance agent, car salesman, outside sales",
    ),
    trade(
        Entry,
        &[Sales],
        "sales associate, retail associate, retail sales associate, retail assistant, sales assistant, shop assistant, store associate, sales coordinator, sales administrator",
    ),
    trade(
        Individual,
        &[BusinessDevelopment],
        "business development executive, business developer, bd executive, business development specialist",
    ),
    trade(
        Individual,
        &[Marketing],
        "marketer, growth hacker, growth marketer, copywriter, marketing executive, seo specialist, social media specialist, content creator, content strategist, influencer, brand strategist, digital strategist, content marketer, marketing consultant, digital marketing consultant, marketing specialist, media buyer, media planner, event planner, seo consultant, sem specialist, ppc specialist, ghostwriter, content writer, email marketer, performance marketer, product marketer, brand ambassador, promoter, market research analyst, creative strategist, digital marketing executive, digital marketer, campaign specialist, event organizer, event producer, ux writer, content specialist",
    ),
    trade(
        Individual,
        &[MediaAndCommunication],
        "journalist, reporter, editor, writer, author, photojournalist, news anchor, presenter, broadcaster, publicist, spokesperson, podcaster, podcast host, producer, podcast producer, music producer, film producer, video producer, radio host, correspondent, columnist, blogger, youtuber, translator, interpreter, press officer, communications specialist, communications officer, communications consultant, communicator, technical writer, proofreader, subeditor, scriptwriter, screenwriter, news editor, press secretary, public relations specialist, pr specialist, pr consultant, pr executive, filmmaker, filmaker, film maker, documentarian, video journalist, speechwriter, media specialist, musician, tv host",
    ),
    trade(
        Individual,
        &[ArtsAndDesign],
        "designer, illustrator, animator, artist, photographer, videographer, video editor, film editor, motion designer, graphic designer, product designer, ux designer, ui designer, interior designer, industrial designer, fashion designer, visual designer, web designer, game designer, sound designer, service designer, interaction designer, ux ui designer, ui ux designer, colorist, compositor, retoucher, 3d artist, 3d generalist, vfx artist, concept artist, art worker, artworker, landscape architect, urban planner, interior architect, sculptor, painter, stylist, set designer, costume designer, storyboard artist, character designer, lettering artist, tattoo artist, motion grapher, visual storyteller, storyteller, visual communicator, creative technologist, creative coder, creative producer, brand designer, content designer, experience designer, ux architect, design technologist, curator, goldsmith, dancer, actor, actress, singer, composer, musical artist, visual artist, creative, creatives, makeup artist, florist, packaging designer, type designer, typographer, design strategist, creative designer, marketing designer, multimedia designer, learning designer, packaging artist, architectural designer, digital designer, crafter, creative developer, visual effects artist, makeup designer, motion graphic artist, motion artist, art restorer, creative consultant, design consultant, video maker, videomaker, level designer, ui artist, 2d artist, technical artist, environment artist, cg artist, post production artist, video production specialist, post production specialist",
    ),
    trade(
        Individual,
        &[Engineering],
        "software engineer, software developer, developer, programmer, coder, full stack developer, fullstack developer, frontend developer, front end developer, backend developer, back end developer, web developer, software architect, ml engineer, machine learning engineer, ai engineer, data engineer, devops engineer, platform engineer, site reliability engineer, cloud engineer, embedded engineer, hardware engineer, electrical engineer, mechanical engineer, civil engineer, chemical engineer, structural engineer, process engineer, industrial engineer, aerospace engineer, automotive engineer, design engineer, project engineer, field engineer, manufacturing engineer, production engineer, automation engineer, controls engineer, firmware engineer, mechatronics engineer, environmental engineer, petroleum engineer, materials engineer, robotics engineer, energy engineer, test automation developer, android developer, ios developer, mobile developer, game developer, java developer, python developer, backend engineer, frontend engineer, full stack engineer, fullstack engineer, software craftsman, mechanic, electrician, welder, machinist, draftsman, drafter, surveyor, quantity surveyor, application engineer, applications engineer, development engineer, founding engineer, flight test engineer, systems engineer, system engineer, biomedical engineer, service engineer, maintenance technician, maintenance engineer, cad designer, plumber, carpenter, hvac technician, webflow developer, blockchain developer, bridge engineer, hacker",
    ),
    trade(
        Individual,
        &[InformationTechnology],
        "data scientist, data analyst, system administrator, systems administrator, sysadmin, network engineer, network administrator, database administrator, dba, security engineer, security analyst, cyber security analyst, cybersecurity analyst, information security analyst, cybersecurity engineer, penetration tester, pentester, ethical hacker, soc analyst, it specialist, it consultant, it support specialist, it technician, it administrator, it analyst, it auditor, it architect, solution architect, solutions architect, cloud architect, enterprise architect, data architect, technical architect, security architect, systems analyst, system analyst, business intelligence analyst, bi analyst, bi developer, bi consultant, analytics engineer, sap consultant, salesforce administrator, salesforce consultant, erp consultant, information security officer, security consultant, data consultant, technology consultant, it engineer, it officer, data steward, data specialist, infrastructure engineer, web administrator, webmaster, it helpdesk, security researcher, cloud consultant, business systems analyst, it business partner, it support engineer, crm consultant",
    ),
    trade(
        Individual,
        &[Accounting],
        "accountant, bookkeeper, auditor, tax advisor, tax consultant, cpa, staff accountant, management accountant, cost accountant, tax accountant, payroll accountant, internal auditor, external auditor, chartered accountant, certified public accountant, tax specialist, tax analyst, fund accountant, accounting specialist, controller, comptroller, financial controller, finance controller, business controller, plant controller, group controller, accounts payable specialist, accounts receivable specialist, credit controller, enrolled agent, tax preparer",
    ),
    trade(
        Entry,
        &[Accounting],
        "accounting assistant, accounting clerk, accounts assistant, accounts payable clerk, accounts receivable clerk, audit associate, tax associate, audit assistant, accounts payable associate",
    ),
    trade(
        Individual,
        &[Finance],
        "financial analyst, finance analyst, investment banker, banker, trader, stockbroker, actuary, underwriter, economist, financial advisor, financial adviser, financial planner, wealth advisor, wealth adviser, investment analyst, credit analyst, risk analyst, equity analyst, equity research analyst, quant, quantitative analyst, loan officer, mortgage advisor, mortgage broker, mortgage loan officer, insurance broker, claims adjuster, claims handler, investor relations officer, finance business partner, finance officer, private banker, fund analyst, pricing analyst, treasury analyst, teller, bank teller, business finance partner, claims specialist, insurance advisor, fraud analyst, portfolio analyst, quant trader, quantitative researcher, venture capitalist",
    ),
    side(Individual, &[Finance], "angel investor, investor, startup investor, business angel, shareholder, lp"),
    trade(
        Individual,
        &[Legal],
        "lawyer, attorney, attorney at law, counsel, legal counsel, corporate counsel, solicitor, barrister, paralegal, notary, legal advisor, legal adviser, legal consultant, legal officer, compliance officer, compliance analyst, compliance specialist, data protection officer, privacy officer, patent attorney, in house counsel, legal specialist, litigator, prosecutor, contract specialist, legal engineer, company secretary, conveyancer, trademark attorney, mediator, public defender, tax lawyer, advocate high court, magistrate, patent examiner, regulatory affairs specialist, compliance consultant, privacy counsel",
    ),
    trade(Entry, &[Legal], "legal assistant, legal secretary, law clerk"),
    trade(
        Individual,
        &[HealthcareServices],
        "doctor, physician, surgeon, nurse, registered nurse, staff nurse, nurse practitioner, physician assistant, pharmacist, dentist, dental hygienist, therapist, physiotherapist, physical therapist, occupational therapist, speech therapist, psychologist, clinical psychologist, psychiatrist, psychotherapist, midwife, paramedic, emt, radiologist, radiographer, cardiologist, oncologist, pediatrician, paediatrician, dermatologist, anesthesiologist, gynecologist, gp, general practitioner, optometrist, optician, chiropractor, osteopath, dietitian, dietician, nutritionist, caregiver, carer, clinician, veterinarian, vet, medical doctor, podiatrist, audiologist, sonographer, phlebotomist, orthodontist, neurologist, neurosurgeon, epidemiologist, hospitalist, family doctor, medical advisor, medical science liaison, clinical research associate, clinical specialist, medical laboratory scientist, home care worker, massage therapist, personal trainer, health coach, yoga teacher, fitness coach, nurse educator, care worker, respiratory therapist, speech language pathologist, pathologist, urologist, medical officer, health visitor",
    ),
    trade(
        Entry,
        &[HealthcareServices],
        "nursing assistant, medical assistant, dental assistant, care assistant, healthcare assistant, pharmacy technician, certified nursing assistant, pharmacy assistant, resident physician",
    ),
    trade(
        Individual,
        &[HumanResources],
        "recruiter, technical recruiter, talent partner, talent acquisition partner, talent acquisition specialist, hr business partner, human resources business partner, people partner, people business partner, hr generalist, hr specialist, hr consultant, headhunter, executive recruiter, recruitment consultant, sourcer, talent sourcer, hr advisor, hr adviser, hr officer, hr executive, payroll specialist, compensation analyst, benefits specialist, career coach, executive search consultant, employer branding specialist, learning and development specialist, l&d specialist, hr analyst, hris analyst, recruitment specialist, recruitment officer, recruiting specialist, resume writer, career advisor, career counselor, people scientist, hr administrator, labor relations specialist, hr professional, outplacement consultant, payroll officer, recruitment partner, talent advisor, people advisor, people generalist, talent scout, leadership coach, executive coach, training specialist, training consultant, talent acquisition consultant, talent acquisition executive, hr partner",
    ),
    trade(
        Entry,
        &[HumanResources],
        "hr assistant, hr coordinator, recruiting coordinator, recruitment coordinator, talent acquisition coordinator, people coordinator, people operations coordinator, payroll clerk",
    ),
    trade(
        Individual,
        &[Education],
        "teacher, professor, lecturer, tutor, instructor, educator, assistant professor, associate professor, adjunct professor, adjunct, full professor, visiting professor, adjunct lecturer, faculty, faculty member, school counselor, librarian, instructional designer, curriculum developer, academic advisor, student success advisor, student advisor, school psychologist, teaching fellow, language teacher, english teacher, special education teacher, kindergarten teacher, early childhood educator, course instructor, teaching artist, driving instructor, e learning developer, academic, student success coach, admissions counselor, admissions officer, preschool teacher, music teacher, corporate trainer, nursery teacher, math teacher",
    ),
    trade(
        Entry,
        &[Education],
        "teaching assistant, research and teaching assistant, graduate teaching assistant, classroom assistant",
    ),
    trade(
        Individual,
        &[Research],
        "researcher, scientist, research scientist, research fellow, postdoc, postdoctoral researcher, postdoctoral fellow, research engineer, research analyst, ux researcher, user researcher, user experience researcher, design researcher, biologist, chemist, physicist, mathematician, statistician, microbiologist, biochemist, geologist, geophysicist, sociologist, anthropologist, political scientist, historian, archaeologist, market researcher, lab technician, laboratory technician, applied scientist, research associate, clinical researcher, biostatistician, policy analyst, research consultant, insights analyst, consumer insights analyst, bioinformatician, bioinformatics scientist, computational biologist, ecologist, meteorologist, fellow, principal investigator, clinical trial specialist, research specialist, policy researcher, scholar, astronomer, neuroscientist, ux research lead, laboratory scientist, research technician, toxicologist, environmental scientist",
    ),
    trade(Entry, &[Research], "research assistant, lab assistant, laboratory assistant"),
    trade(
        Individual,
        &[Consulting],
        "management consultant, strategy consultant, business consultant, business advisor, strategy advisor, transformation consultant, business coach, life coach, change consultant, growth consultant, startup advisor, change management consultant, innovation consultant, sustainability consultant, operations consultant, strategic advisor, policy advisor",
    ),
    trade(
        Individual,
        &[QualityAssurance],
        "qa engineer, qa analyst, qa tester, tester, software tester, test engineer, quality engineer, quality inspector, quality analyst, quality assurance engineer, quality assurance specialist, quality assurance analyst, quality specialist, test automation engineer, qa automation engineer, quality control inspector, quality controller, quality technician, test analyst, validation engineer, validation specialist, quality auditor, game tester, qa specialist, quality control analyst, quality officer, supplier quality engineer, quality assurance officer, software quality engineer",
    ),
    trade(
        Individual,
        &[Purchasing],
        "buyer, strategic buyer, purchaser, procurement specialist, sourcing specialist, procurement officer, purchasing agent, procurement analyst, procurement consultant, purchasing officer, purchasing specialist, category buyer, technical buyer, vendor relations specialist, procurement executive, procurement professional, procurement business partner, category specialist, retail buyer, fashion buyer, contracts specialist",
    ),
    trade(
        Entry,
        &[Purchasing],
        "purchasing assistant, procurement assistant, junior buyer, assistant buyer, purchasing coordinator, procurement coordinator",
    ),
    trade(
        Individual,
        &[Operations],
        "logistics specialist, supply chain analyst, supply chain planner, demand planner, production planner, dispatcher, truck driver, driver, pilot, flight attendant, forklift operator, machine operator, operator, warehouse worker, warehouse operative, cook, barista, bartender, waiter, waitress, operations analyst, operations specialist, business operations analyst, supply chain specialist, freight forwarder, customs broker, material planner, store keeper, farmer, hotelier, housekeeper, production worker, assembler, courier, operations executive, air traffic controller, sous chef, head chef, executive chef, pastry chef, logistician, supply planner, process improvement specialist, logistics analyst, agronomist, construction worker, builder, cabin crew, health and safety officer, safety officer, hse officer, sustainability specialist, operations officer, business process analyst, travel agent, baker, sommelier, steward, grocer, janitor, inventory analyst, energy consultant, continuous improvement specialist",
    ),
    trade(
        Individual,
        &[ProgramAndProjectManagement],
        "scrum master, agile coach, project consultant, project officer, program officer, programme officer, project administrator, project specialist, pmo analyst, project planner, project management officer, project scheduler, release train engineer, project controller, project executive, project analyst, project management professional, implementation specialist, implementation consultant, agile project management consultant, program specialist, program analyst, delivery lead",
    ),
    trade(
        Entry,
        &[ProgramAndProjectManagement],
        "project coordinator, project assistant, program coordinator, program assistant, project support officer, programme coordinator, associate project manager, assistant project manager, junior project manager",
    ),
    trade(
        Entry,
        &[ProductManagement],
        "associate product manager, apm, junior product manager, assistant product manager",
    ),
    trade(
        Individual,
        &[CustomerSuccessAndSupport],
        "customer service representative, customer support specialist, customer support representative, customer service agent, support agent, call center agent, call centre agent, support engineer, technical support engineer, customer success specialist, customer service advisor, support specialist, technical support specialist, help desk technician, helpdesk technician, help desk analyst, service desk analyst, customer support engineer, customer care representative, customer service specialist, customer success engineer, customer advisor, customer success consultant, onboarding specialist, client success specialist, customer support agent, client service representative, client services representative, customer experience specialist, customer support executive, customer service executive, customer service officer, community support specialist, member services representative, contact center agent, customer success partner, customer success executive, customer support analyst, desktop support technician, technical support analyst",
    ),
    trade(
        Entry,
        &[CustomerSuccessAndSupport],
        "customer success associate, customer service associate, customer support associate, customer success coordinator, customer service assistant, client service associate",
    ),
    trade(
        Individual,
        &[CommunityAndSocialServices],
        "social worker, case worker, caseworker, community organizer, counselor, youth worker, pastor, priest, missionary, chaplain, fundraiser, fundraising specialist, grant writer, community worker, community outreach specialist, humanitarian worker, activist, support worker, probation officer, community development officer, rabbi, imam, development officer, outreach worker, child protection officer, family support worker, social care worker, licensed clinical social worker, counsellor, advocacy officer, donor relations officer, community health worker, housing officer, humanitarian",
    ),
    trade(
        Entry,
        &[CommunityAndSocialServices],
        "volunteer coordinator, community outreach coordinator, outreach coordinator",
    ),
    trade(
        Individual,
        &[MilitaryAndProtectiveServices],
        "police officer, firefighter, fire fighter, soldier, security guard, security officer, detective, military officer, army officer, naval officer, air force officer, correctional officer, police detective, bodyguard, border guard, marine, special agent, intelligence officer, patrol officer, infantry officer, loss prevention officer, police constable, constable, deputy sheriff, sheriff, crime scene investigator, private investigator, lifeguard, coast guard officer, airman, petty officer, customs officer, prison officer, intelligence analyst, close protection officer",
    ),
    trade(
        Individual,
        &[RealEstate],
        "realtor, real estate agent, real estate broker, estate agent, letting agent, leasing agent, leasing consultant, real estate advisor, property consultant, real estate consultant, real estate salesperson, real estate appraiser, appraiser, property developer, real estate developer, real estate investor, real estate analyst, property advisor, lettings negotiator, valuer, real estate professional, real estate specialist, home inspector, leasing specialist, property investor, real estate sales agent",
    ),
    trade(
        Individual,
        &[Administrative],
        "receptionist, secretary, administrator, administrative officer, front desk agent, office administrator, administrative specialist, data entry specialist, data entry operator, office secretary, admin officer, executive secretary, administration officer, administrative professional, front desk officer, business support officer, registrar, office clerk, typist",
    ),
    trade(
        Entry,
        &[Administrative],
        "executive assistant, administrative assistant, admin assistant, personal assistant, virtual assistant, office assistant, office coordinator, administrative coordinator, executive personal assistant, data entry clerk, team assistant, front desk assistant, clerical assistant, administrative associate, executive virtual assistant",
    ),
    // Nouns of many trades.
    role(
        Individual,
        &[],
        "specialist, analyst, officer, representative, rep, agent, operative, professional, practitioner, generalist, member of staff, worker, investigator, examiner, negotiator, facilitator, maker, guide, host, team member, crew member, staff member, contributor, individual contributor, liaison, scheduler, estimator, technician, evangelist, advocate, employee, civil servant, public servant, politician, diplomat, business partner, dealer, reseller, handler, processor",
    ),
    role(Individual, &[Engineering], "engineer, technologist"),
    role(
        Individual,
        &[Marketing],
        "developer advocate, developer relations engineer, developer evangelist, strategist",
    ),
    role(
        Individual,
        &[Operations],
        "business analyst, process analyst, management analyst, business process consultant, strategy analyst, planner",
    ),
    role(Senior, &[], "expert, subject matter expert, guru, ninja, sme"),
    role(
        Senior,
        &[Engineering],
        "tech lead, technical lead, technical leader, software lead, chief architect, chief engineer",
    ),
    role(Senior, &[Accounting], "chief accountant"),
    role(Senior, &[Finance], "chief economist"),
    role(Senior, &[InformationTechnology], "chief data scientist"),
    role(Senior, &[Research], "chief scientist, senior research fellow"),
    role(Senior, &[], "senior associate, senior executive, head coach, lead member, craft lead"),
    role(
        Individual,
        &[Education],
        "sports coach, football coach, soccer coach, basketball coach, teaching professional, trainer",
    ),
    // Seldom the main role.
    side(
        Individual,
        &[],
        "mentor, speaker, keynote speaker, public speaker, ambassador, board advisor, board adviser, jury, jury member, juror, awwwards jury, judge awards, guest lecturer, visiting lecturer, guest speaker, podcast guest, host of, co host, panelist, moderator, tedx speaker, member, board observer, thought leader, bestselling author, best selling author, linkedin top voice, top voice, newsletter author, advisor to the board",
    ),
    side(
        Cxo,
        &[],
        "board member, member of the board, board of directors, non executive director, nonexecutive director, independent director, supervisory board member, trustee, board chair, board director, chair, audit committee chair, board of trustees member",
    ),
    // Subjects.
    topic(
        &[Accounting],
        "accounting, bookkeeping, audit, auditing, tax, taxation, accounts payable, accounts receivable, financial reporting, internal audit, indirect tax, transfer pricing",
    ),
    topic(
        &[Administrative],
        "administration, administrative, office management, secretarial, front desk, reception, front office, admin",
    ),
    topic(
        &[ArtsAndDesign],
        "design, graphic design, motion design, branding design, visual design, visual identity, brand identity, identity design, illustration, animation, photography, art, arts, fine art, art direction, creative direction, user experience, interaction design, product design, web design, service design, industrial design, interior design, graphic, motion graphics, motion graphic, typography, film, video, video production, video editing, post production, visual effects, creative, architecture, fashion, brand design, visual, visuals, multimedia, image making, packaging design, game art, character design, design systems, design system, ux design, ui design, ux strategy, creative content, creative production, creative services, cinematography, sound design, filmmaking, visual storytelling, brand motion, prototyping, experiential, styleframes, music, theatre arts, crafts, animations, packaging, design leadership, design ops, designops, digital art, ai art, generative art, concept art, visual communication, graphics, compositing, experience design",
    ),
    topic(
        &[BusinessDevelopment],
        "business development, biz dev, bizdev, partnerships, partnership, strategic partnerships, alliances, strategic alliances, new business, corporate development, channel partnerships, ecosystem, business growth, joint ventures",
    ),
    topic(
        &[CommunityAndSocialServices],
        "social work, fundraising, charity, nonprofit, non profit, community outreach, social impact, child protection, youth development, philanthropy, social services, community services, humanitarian aid, grant writing, ngo, community engagement, social welfare, refugee support, corporate social responsibility, csr, social care, community development, volunteer engagement, donor relations, victim support, homelessness",
    ),
    soft(
        &[Consulting],
        "consulting, advisory, management consulting, strategy consulting, coaching, business consulting, consultancy",
    ),
    topic(
        &[Education],
        "education, teaching, higher education, e learning, elearning, edtech, curriculum, student affairs, student success, student services, student life, student experience, student recruitment, student support, admissions, academic affairs, instructional design, early childhood education, k 12, mathematics, special education, academics, school programs, primary school, literacy",
    ),
    topic(
        &[Engineering],
        "engineering, software, software engineering, software development, web development, mechanical, electrical, civil, structural, hardware, firmware, embedded, embedded systems, backend, back end, frontend, front end, full stack, fullstack, robotics, machine learning, automation, product engineering, mechanical engineering, electrical engineering, civil engineering, construction engineering, developer, app development, maintenance, technical, cloud engineering, platform engineering, data engineering, semiconductor, semiconductors, propulsion, aerospace, game development, mechatronics, power electronics, electronics, distributed systems, chip design, systems engineering, chemical engineering, artificial intelligence, deep learning, coding, programming, mobile development, generative design, site reliability, site reliability engineering, no code, civil infrastructure, hvac, welding, applied ai, frontend dev, structures, bridges, tunnels, eng, dev",
    ),
    topic(&[Entrepreneurship], "entrepreneurship, startups, start ups, startup"),
    topic(
        &[Finance],
        "finance, financial, investment, investments, banking, investment banking, treasury, credit risk, credit, risk management, insurance, wealth management, private equity, venture capital, investor relations, asset management, capital markets, corporate finance, mergers and acquisitions, mergers, underwriting, trading, lending, mortgages, mortgage, fixed income, equities, equity research, hedge funds, private banking, actuarial, financial planning, financial services, retirement planning, fund management, structured finance, project finance, claims, quantitative finance, market risk, economics, payments, risk, retail banking, corporate banking, reinsurance, pensions, portfolio management, valuation, valuations, commercial banking, financial crime, leveraged finance",
    ),
    industry(
        &[HealthcareServices],
        "healthcare, health care, health, medical, medicine, lifestyle medicine, nursing, patient care, pharmacy, mental health, clinical, public health, pediatrics, oncology, cardiology, dental, physiotherapy, biotech, pharma, life sciences, medtech, medical devices, healthtech, digital health, surgery, icu, patient services, radiology, dentistry, clinical operations, patient safety, elderly care, home care, palliative care, emergency medicine, primary care, nutrition, wellness",
    ),
    topic(
        &[HumanResources],
        "human resources, people, people operations, people & culture, people and culture, people culture, talent, talent acquisition, recruiting, recruitment, hiring, employer branding, employer brand, payroll, compensation, benefits, total rewards, rewards, compensation and benefits, learning and development, learning & development, talent management, talent development, organizational development, leadership development, employee experience, employee relations, diversity, diversity equity inclusion, diversity and inclusion, hr tech, workforce planning, hr transformation, staffing, training and development, employee engagement, labor relations, people development, people partnering, people analytics, executive search, industrial relations, workforce, organizational effectiveness, people strategy, culture, DEI, d&i",
    ),
    topic(
        &[InformationTechnology],
        "information technology, it infrastructure, information security, cyber security, cybersecurity, infosec, network security, cloud infrastructure, infrastructure, information systems, data, data science, data analytics, analytics, business intelligence, data management, data governance, data platform, it operations, it service management, service desk, enterprise architecture, systems administration, system administration, networking, network, networks, databases, database, big data, enterprise applications, it strategy, cyber, application security, cloud security, security operations, penetration testing, power platform, identity and access management, it audit, it governance, cloud architecture, data & analytics, data and analytics, data & ai, data and ai",
    ),
    soft(
        &[InformationTechnology],
        "technology, tech, digital transformation, digitalization, digitization, digital, systems, security",
    ),
    topic(
        &[Legal],
        "legal, law, compliance, regulatory, regulatory affairs, corporate law, litigation, privacy, data privacy, data protection, intellectual property, employment law, legal operations, legal ops, contracts, governance, family law, criminal law, legal & compliance, tax law, real estate law, immigration law, patents, dispute resolution, gdpr, arbitration, antitrust, legaltech, regulation, ethics & compliance, corporate governance",
    ),
    topic(
        &[Marketing],
        "marketing, brand, branding, brand strategy, growth, growth marketing, demand generation, demand gen, content marketing, performance marketing, digital marketing, social media, email marketing, paid social, paid media, content, content strategy, field marketing, advertising, lead generation, lead gen, marketing automation, marketing strategy, event marketing, influencer marketing, affiliate marketing, go to market, copywriting, campaigns, campaign, paid search, events, trade shows, brand management, brand marketing, media buying, media planning, seo strategy, customer marketing, consumer marketing, merchandising, customer acquisition, trade marketing, marketing communications, marcom, brand experience, marketing analytics, ecommerce growth, online marketing, community building, account based marketing, lifecycle marketing, retention marketing, strategic marketing, b2b marketing, communications and marketing, marketing and communications, marketing & communications, marketing and communication, content creation, creative strategy, commerce, consumer insights, market insights, inbound, loyalty, developer marketing, influencer, mktg, mktng, mkt",
    ),
    phrase(
        &[Marketing],
        "product marketing, partner marketing, sales and marketing communications, brand communications, marketing science, talent marketing, channel marketing, technical marketing, marketing data",
    ),
    phrase(&[Marketing, Engineering], "developer relations, developer advocacy"),
    phrase(&[Marketing, Operations], "marketing operations, marketing & operations"),
    phrase(
        &[Sales, Operations],
        "sales operations, sales enablement, sales effectiveness, sales strategy, sales excellence, commercial operations, sales planning",
    ),
    phrase(&[Operations, Sales], "revenue operations"),
    phrase(
        &[Sales],
        "sales development, business sales, channel sales, technical sales, software sales, solution sales, it sales, medical sales, field sales, pharmaceutical sales, media sales, advertising sales, sales engineering, sales training, sales management, social selling, retail sales, product sales, sales leadership, sales & business development, sales and business development, sales coaching",
    ),
    phrase(
        &[HumanResources],
        "sales recruitment, tech recruiting, technical recruiting, it recruiting, it recruitment, engineering recruiting, training & development, people tech, hr business, hr digital",
    ),
    phrase(
        &[ProductManagement],
        "product management, product strategy, product development, product innovation, product operations, product growth, digital product, digital products, product leadership, product ownership, product lifecycle, product discovery, product portfolio, product planning",
    ),
    phrase(
        &[RealEstate],
        "commercial real estate, real estate investment, real estate development, real estate sales, residential real estate, real estate management, luxury real estate, real estate finance, real estate investments, real estate services",
    ),
    phrase(
        &[Operations],
        "business operations, service operations, store operations, retail operations, supply chain operations, plant operations, airport operations, hotel operations, fleet operations, business excellence, operational excellence, fleet management",
    ),
    phrase(&[CustomerSuccessAndSupport], "product support, customer operations, technical support"),
    phrase(
        &[Research],
        "market research, user research, ux research, design research, clinical research, research and development, research & development, consumer research, scientific affairs, clinical development, drug discovery, applied research, clinical trials, policy research, medical research",
    ),
    phrase(
        &[MediaAndCommunication],
        "corporate communications, internal communications, internal communication, external communications, public relations, public affairs, media relations, employee communications, strategic communications, crisis communications, science communication, corporate communication",
    ),
    phrase(
        &[HealthcareServices],
        "medical affairs, health services, clinical services, clinical affairs, clinical operations management",
    ),
    topic(
        &[MediaAndCommunication],
        "communications, communication, comms, press, journalism, broadcast, broadcasting, editorial, publishing, media, podcast, podcasting, news, public speaking, radio, television, tv, translation, localization, storytelling, film production, media production, writing, creative writing, technical writing, documentary, documentaries, audiovisual, subtitling, screenwriting, government affairs, government relations",
    ),
    topic(
        &[MilitaryAndProtectiveServices],
        "military, defense, defence, law enforcement, police, policing, fire safety, fire service, homeland security, physical security, corporate security, protective services, public safety, emergency response, national security, counterterrorism, security services, emergency management, crisis management, executive protection, loss prevention, veterans",
    ),
    topic(
        &[Operations],
        "supply chain, supply chain management, logistics, manufacturing, production, warehouse, warehousing, fulfillment, transportation, transport, plant, facilities, facility management, fleet, supply chain & logistics, shipping, freight, hospitality, business process, process improvement, continuous improvement, lean manufacturing, inventory, planning, demand planning, s&op planning, distribution, safety, health and safety, health & safety, food and beverage, food & beverage, restaurant, retail store, hotels, sustainability, esg, environmental, import export, process excellence, operations management, last mile, tourism, travel, agriculture, aviation, energy, mining, oil & gas, mfg",
    ),
    soft(
        &[Operations],
        "operations, operational, operation, operating, strategy, strategic planning, strategy & operations, strategy and operations, business transformation, transformation, business strategy, corporate strategy, innovation, growth strategy",
    ),
    topic(&[ProductManagement], "product, products, product design management"),
    topic(
        &[ProgramAndProjectManagement],
        "project management, program management, programme management, projects, change management, agile transformation, delivery, project delivery, portfolio delivery, agile project management, pmo, program delivery, project controls, service delivery, agile delivery, project planning, agile coaching, programs, programmes",
    ),
    topic(
        &[Purchasing],
        "procurement, purchasing, sourcing, strategic sourcing, category management, buying, vendor management, supplier management, supplier relations, indirect procurement, direct procurement, supplier development, contract management, spend management, commodity management, global sourcing, indirects, supplier relationship management, purchase, source to pay, procure to pay",
    ),
    topic(
        &[QualityAssurance],
        "quality, quality assurance, quality control, quality management, testing, test, test automation, software testing, validation, quality engineering, product quality, supplier quality, software quality, trust and quality, verification, inspection, iso 9001, food safety, quality systems",
    ),
    topic(
        &[RealEstate],
        "real estate, property, property management, leasing, commercial property, residential, residential sales, housing, property development, realty, proptech deals, lettings, mortgage brokerage estate, buyer s and seller s, workplace services",
    ),
    topic(
        &[Research],
        "research, science, neuroscience, laboratory, molecular biology, biology, chemistry, physics, genetics, data research, statistics, biomedical research, epidemiology, genomics, bioinformatics, materials science, psychology research, sociology, insights, immunology, nanotechnology, quantum computing",
    ),
    topic(
        &[Sales],
        "sales, selling, inside sales, key accounts, key account, key account management, account management, presales, pre sales, revenue, enterprise sales, b2b sales, saas sales, territory, accounts, commercial, client relations, outbound, client development, account, retail, business sales, client acquisition, client management, cold calling, tele sales, telesales, strategic accounts, global accounts, export, wholesale, solution selling, revenue growth, sales growth, channel, customer sales",
    ),
    topic(
        &[CustomerSuccessAndSupport],
        "customer success, customer support, customer service, customer experience, client success, client services, client service, support, help desk, helpdesk, customer care, call center, call centre, contact center, contact centre, customer relations, technical services, customer, customers, client experience, after sales, aftersales, onboarding, guest services, guest relations, customer onboarding, support services, customer satisfaction, passenger services, customer engagement, customer service excellence, customer journey, service excellence, trust & safety, trust and safety",
    ),
    // Words that end, begin or fill.
    plain(At, "at, currently at, now at, working at, works at, based at, work at, employed at, here at"),
    plain(MaybeAt, "with, within, on behalf of, working for"),
    plain(Of, "of"),
    plain(
        Preposition,
        "to, in, on, by, from, into, through, across, over, under, about, between, towards, via, per, and or, vs, beyond, without, around, for",
    ),
    plain(
        Cut,
        "who, that, which, where, helping, specializing in, specialising in, specialized in, specialised in, specializing, specialising, specialized, specialised, specialise in, specialize in, focused on, focusing on, focussed on, passionate about, passionate, driving, building, creating, crafting, turning, transforming, empowering, enabling, making, delivering, leading, growing, scaling, bringing, covering, supporting, responsible for, based in, located in, interested in, available for, looking for, open for, open to, experienced in, years of experience, years experience, years, with over, with 10, with experience, with a, with an, with a focus on, working with, collaborating with, obsessed with, committed to, dedicated to, on a mission to, whose, because, so, but, when, while, as seen in, as seen on, follow for, follow me, hiring, we re hiring, we are hiring, i m hiring, featuring, known for, i help, i, let s, together, since, until, using, now hiring, listed, ranked, awarded, certified in, worked with, powered by, part of",
    ),
    plain(And, "and, as well as, plus"),
    plain(Article, "the, a, an"),
    plain(
        Praise,
        "award winning, multi award winning, awarded, currently, proud, passionate about being, experienced, seasoned, results driven, result driven, data driven, yep, another, just another, just a, hi, hello, hey, i am a, i am an, i m a, i m an, i m the, i am the, i am, i m, dedicated, accomplished, hands on, highly motivated, motivated, self taught, today, working as, working as a, work as, emmy winning, emmy award winning, grammy winning, purpose driven, detail oriented, customer focused, forward thinking, ambitious, trusted, enthusiastic, skilled, world class, bestselling",
    ),
    plain(
        Former,
        "ex, x, former, formerly, previously, previously at, prev, previous, past, retired, ex ex, late, once, alumni, alumna, alum of, recovering, emeritus, used to be, outgoing, one time, on sabbatical from",
    ),
    plain(
        Wanted,
        "aspiring, aspire to be, aspiring to be, seeking, looking for, looking for a, looking to, open to, open to work, opentowork, actively seeking, actively looking, in search of, future, soon to be, wannabe, prospective, available for work, searching for, open for, in transition, exploring, open for opportunities, currently seeking, currently looking for, job seeker, jobseeker, on the lookout for, want to be, hoping to become, ready for, transitioning to, would be, transitioning into, upcoming, next, job hunting, open to new opportunities",
    ),
    plain(
        Slogan,
        "i help, we help, helping, i build, we build, i create, we create, i make, i design, i love, i believe, i write, i teach, i turn, i bring, i unleash, i work, i fix, i lead, i connect, i coach, i support, i enable, i empower, i like, i drive, i share, i solve, i go, we are, we re, we make, we turn, we connect, we enable, i do, i can, i use, i, we, your, on a mission, my mission, our mission, passionate, passionate about, follow, follow me, follow for, let s, lets, empowering, enabling, transforming, turning, creating, building, driving, making, bringing, connecting, inspiring, delivering, leading, crafting, designing, developing, growing, scaling, simplifying, unlocking, supporting, telling, join, want, need, ask me, ask me about, get, how, why, what, where, when, who, if, the best, believer in, believe in, lover of, proud to, here to, dm, dm me, dm for, book, click, check out, learn, making things, you, life is, work hard, always, obsessed with, dedicated to, committed to, changing, solving, bridging, elevating, accelerating, accelerate, transform, grow, build, create, boost, save, stop, start, moving, shaping, partnering with, working with, working to, championing, curious about, curious, fueling, revolutionizing, reimagining, either, big picture, good for you, sharing, posting about, talks about, i talk about, ex founders of, meet, no more, unleash, stay, be, think, don t, never, every, this, it s, if you, we don t",
    ),
    plain(
        Known,
        "my profile, profile, my linkedin, linkedin profile, followers, connections, followers on linkedin, hiring, opportunities, opportunity, role, roles, work, job, jobs, team, teams, experience, expertise, brands, company, companies, businesses, startups and, clients, world, future of, life, love, mission, vision, values, passion, impact, change, better, best, great, good, big, small, more, less, every, one, two, three, first, next, level, high, low, fast, free, open, live, real, true, smart, deep, hard, time, year, day, week, month, people first, human, humans, women, men, kids, family, coffee, dog, cat, books, reader, nature, sports, football, alumni network, university alumni, award, awards, finalist, certified professional, certification, certificate, degree, bachelor, bachelors, bachelor s, master s, masters, major, minor, gpa, honors, class of, skills, tools, projects for, portfolio, website, contact, mail, email, phone, tel, link, below, comments, comment, newsletter, blog, book, course, courses, community, ideas, idea, stories, story, value, purpose, quality of life, results, success, successful, performance, excellence, leadership, management, mindset, culture of, industry, industries, market, markets, business, corporate, enterprise, enterprises, mid market, midmarket, smes, sme business, mid level, mid weight, midweight, middle, office, home, field, private, public sector, government, federal, state, county, public, social, general, special, certified, key, core, cross functional, interdisciplinary, end to end, scalable, sustainable, strategic, innovative solutions, customer centric, data driven decisions, insightful, experienced, executive leadership, c suite, ceos, cfos, ctos, cmos, cios, entrepreneurs, leaders, managers, marketers, sellers, salespeople, engineers, developers, designers, professionals, consultants, creators, coaches, investors, owners, partners, students, teachers, parents, executives, directors, teams of, creatives who, freelancers, recruiters, authors, agencies, studios, organizations, organisations, nonprofits, manufacturers, retailers, buyers, families, individuals, employees, experts, speakers, artists, storytelling for, ai powered, ai driven, ai enthusiast, heart, scale, intersection, crossroads, forefront, helm, core of, edge, stealth, stealth startup, stealth mode startup, large, freelance at, process, practice, unit, division, department, section, branch, committee, commission, north, south, east, west, central, eastern, western, northern, southern, area, zone, part, group of, chapter, web, online, mobile, app, apps, website design, site, internet, cross, multi, inter, new, old, young, senior living, junior high, turnarounds, restructuring, automotive, textile, mittelstand business, interim management, keynote, bank holiday, proven, track record, winner of, featured in, featured, host, cohost, co hosts, hosting, jury at, generative, free agent, freelance work, career, careers, careers at, currently, contract, temp, hybrid, onsite, relocation, visa, immigrant, citizen, native, english, german, french, spanish, italian, portuguese, dutch, swedish, chinese, japanese, arabic, russian, hindi, child, children, youth, adults, seniors, patients, animals, climate, environment, green, water, air, space, ocean, food, music lover, wine, beer, beauty, luxury, sport, fitness, toys, games, gaming, esports, crypto, nft, metaverse, vr, ar, xr, mixed reality, retail tech, construction, infrastructure projects, automotive industry, chemicals, industrial, consumer, consumer goods, consumer electronics, telecom, telecommunications, insurance tech, insurtech, foodtech, agtech, cleantech, renewables, renewable energy, solar, wind, oil, gas, nuclear, electric, mobility, ev, evs, logistics tech, smart cities, smart home, wearables, drones, 3d printing, semantic, quantum, edge computing, happy, calm, chaos, chaotic, calendars, stranger, strangers, pipeline, problem, problems, solution, member of, club president, president s club, presidents club, club member, ii, level ii, committees, generation, millennial, diverse, inclusive, founders, cofounders, co founders, licensed, registered, chartered, incoming, master, wizard, enthusiast, lover, geek, nerd, fan, mom, dad, mum, husband, wife, father, mother, runner, traveler, traveller, gamer, cyclist, surfer, visionary, changemaker, dreamer, doer, thinker, problem solver, award winner, winner, ally, lifelong learner, patent holder, multidisciplinary, multifaceted, innovative, dynamic, mgmt, intl",
    ),
    role(Individual, &[ArtsAndDesign], "architect"),
    role(Individual, &[Finance], "broker"),
    role(Individual, &[QualityAssurance], "inspector"),
    role(Individual, &[Legal], "judge"),
    advice(Individual, "consultant, advisor, adviser, coach"),
    trade(Director, &[MediaAndCommunication], "executive producer"),
    trade(Director, &[Legal], "general counsel, associate general counsel, deputy general counsel"),
    role(Partner, &[BusinessDevelopment], "partner in charge, law partner, audit partner, tax partner"),
];
