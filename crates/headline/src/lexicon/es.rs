//! Spanish.

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

pub(super) const TABLE: Table = Table { lang: Some(Lang::Es), rows: ROWS, endings: ENDINGS };

/// Words that end a compound.
const ENDINGS: &str = "";

const ROWS: &[Row] = &[
    trade(
        Owner,
        &[Entrepreneurship],
        "fundador, cofundador, co fundador, fundador y ceo, dueño, propietario, empresario, emprendedor, socio fundador, socia fundadora, copropietario, fundadora, socio propietario, dueña",
    ),
    role(Partner, &[BusinessDevelopment], "socio, socia, socio director, socia directora, socio gerente"),
    trade(
        Cxo,
        &[Operations],
        "director general, directora general, gerente general, consejero delegado, consejera delegada, presidente, presidenta, director ejecutivo ceo, administrador único, administradora única, presidente ejecutivo, director gerente, directora gerente, presidente del consejo, director general adjunto, administrador general, country manager general",
    ),
    side(
        Cxo,
        &[],
        "consejero independiente, miembro del consejo, consejera independiente, miembro de la junta directiva, consejero, consejera, patrono",
    ),
    role(Vp, &[], "vicepresidente, vicepresidenta, vice presidente, vicepresidente ejecutivo"),
    role(
        Director,
        &[],
        "director, directora, director ejecutivo, directora ejecutiva, subdirector, subdirectora, director adjunto, director regional, director nacional, director de área, dirección",
    ),
    trade(Director, &[Sales], "director comercial, directora comercial, director de ventas"),
    trade(Director, &[Finance], "director financiero, directora financiera, director administrativo y financiero"),
    trade(Director, &[ArtsAndDesign], "director creativo, directora creativa, director de creatividad"),
    trade(Director, &[Engineering], "director técnico, directora técnica"),
    trade(Senior, &[ArtsAndDesign], "director de arte, directora de arte, director de fotografía"),
    trade(Director, &[Education], "director de colegio, director académico, director de escuela, rector, decano"),
    trade(Director, &[HealthcareServices], "director médico"),
    role(
        Manager,
        &[],
        "gerente, jefe, jefa, responsable, encargado, encargada, supervisor, supervisora, líder, gestor de equipo, jefe de equipo, jefe de departamento, líder de equipo, jefe de área, jefe de sección, jefe de turno, subgerente, capataz, jefatura, manager, mando intermedio, gerenta, administrador de tienda",
    ),
    trade(
        Manager,
        &[ProgramAndProjectManagement],
        "jefe de proyecto, jefa de proyecto, jefe de proyectos, jefa de proyectos, gerente de proyectos, gerente de proyecto, líder de proyecto, gestor de proyectos, gestora de proyectos, project manager, director de proyecto, líder de proyectos",
    ),
    trade(Manager, &[ProductManagement], "jefe de producto, jefa de producto, gerente de producto, líder de producto"),
    trade(
        Manager,
        &[Operations],
        "jefe de obra, jefa de obra, jefe de almacén, jefe de planta, jefe de tienda, encargado de obra, gerente de planta, gerente de tienda, jefe de cocina, gerente de operaciones, jefe de operaciones, jefe de logística, jefe de producción, supervisor de planta",
    ),
    trade(Manager, &[Accounting], "jefe de contabilidad, jefe de administración contable"),
    rank(Rank::Senior, "sénior"),
    rank(Rank::Junior, "júnior, recién graduado, recién graduada, recién egresado"),
    rank(Rank::Assistant, "asistente, ayudante, auxiliar, adjunto"),
    rank(Rank::Associate, "coordinador, coordinadora, asociado"),
    rank(Rank::Student, "estudiante, alumno, alumna, doctorando, universitario estudiante, estudiante universitario"),
    rank(
        Rank::Training,
        "becario, becaria, practicante, pasante, aprendiz, prácticas, en prácticas, trainee en, residente, opositor",
    ),
    rank(Rank::Freelance, "autónomo, autónoma, independiente, por cuenta propia, trabajador autónomo"),
    rank(Rank::Volunteer, "voluntario, voluntaria, voluntariado"),
    trade(
        Individual,
        &[Sales],
        "vendedor, vendedora, ejecutivo de cuentas, ejecutiva de cuentas, ejecutivo de ventas, ejecutiva de ventas, ejecutivo comercial, ejecutiva comercial, asesor comercial, asesora comercial, representante de ventas, agente comercial, asesor de ventas, comercial, técnico comercial, delegado comercial, delegada comercial, dependiente, visitador médico, representante comercial, promotor de ventas, gestor comercial, consultor de ventas, consultor comercial, cajero, teleoperador de ventas, ingeniero de ventas, preventa, asesor de cuentas, key account manager",
    ),
    trade(
        Individual,
        &[Purchasing],
        "comprador, compradora, analista de compras, técnico de compras, gestor de compras",
    ),
    trade(
        Individual,
        &[Engineering],
        "ingeniero, ingeniera, desarrollador, desarrolladora, programador, programadora, ingeniero de software, ingeniero civil, ingeniero industrial, ingeniero mecánico, técnico de mantenimiento, electricista, mecánico, ingeniero de datos, desarrollador web, ingeniero químico, ingeniero electrónico, ingeniero de sistemas, ingeniero en sistemas, soldador, topógrafo, delineante, fontanero, carpintero, técnico electrónico, aparejador, ingeniero agrónomo, ingeniero informático, arquitecto técnico, arquitecto de software",
    ),
    trade(
        Individual,
        &[InformationTechnology],
        "analista de datos, administrador de sistemas, informático, analista de sistemas, científico de datos, técnico informático, técnico de soporte informático, técnico de sistemas, consultor sap, analista programador, administrador de redes, científica de datos, administrador de bases de datos, analista de ciberseguridad, consultor it, técnico informática, soporte it, ingeniero de ciberseguridad, técnico en informática, analista funcional",
    ),
    trade(
        Individual,
        &[Accounting],
        "contador, contadora, contador público, contadora pública, contable, auditor, auditora, asesor fiscal, controller financiero, contralor, auditor interno, analista contable, asesor contable, técnico contable, controller de gestión, analista de contabilidad, gestor contable",
    ),
    trade(
        Individual,
        &[Finance],
        "analista financiero, asesor financiero, asesor de inversiones, economista, gestor de patrimonios, corredor de seguros, agente de seguros, asesor de seguros, tesorero, banquero, analista de riesgos, analista de crédito, gestor de banca, asesor patrimonial, actuario, bancario, ejecutivo bancario",
    ),
    trade(
        Individual,
        &[Legal],
        "abogado, abogada, notario, asesor jurídico, asesora jurídica, asesor legal, asesora legal, procurador, juez, jueza, jurista, fiscal, oficial de cumplimiento, graduado social, delegado de protección de datos, letrado, registrador",
    ),
    trade(
        Individual,
        &[HealthcareServices],
        "médico, médica, enfermero, enfermera, farmacéutico, farmacéutica, dentista, odontólogo, psicólogo, psicóloga, fisioterapeuta, veterinario, nutricionista, cirujano, doctor, doctora, técnico en enfermería, matrona, terapeuta, psiquiatra, logopeda, odontóloga, pediatra, auxiliar de clínica, cardiólogo, químico farmacéutico, terapeuta ocupacional, óptico, kinesiólogo, podólogo, paramédico, cuidador, celador",
    ),
    trade(
        Individual,
        &[HumanResources],
        "reclutador, reclutadora, técnico de recursos humanos, analista de recursos humanos, técnico de selección, consultor de recursos humanos, generalista de recursos humanos, consultor de selección, técnico de rrhh, analista de selección, especialista en selección, especialista de recursos humanos, técnico de formación, analista de nómina, seleccionador, orientador laboral, técnico en recursos humanos",
    ),
    trade(
        Individual,
        &[Education],
        "profesor, profesora, docente, maestro, maestra, formador, formadora, catedrático, catedrática, educador, educadora, pedagogo, instructor, profesor asociado, tutor, orientador, bibliotecario, capacitador, profesor universitario, docente universitario, conferenciante, profesor titular",
    ),
    trade(
        Individual,
        &[Research],
        "investigador, investigadora, científico, científica, químico, biólogo, técnico de laboratorio, físico, analista de laboratorio, sociólogo, historiador, estadístico, antropólogo, politólogo, matemático, geólogo, técnico de investigación",
    ),
    trade(
        Individual,
        &[Consulting],
        "consultor estratégico, consultor de negocio, consultor de negocios, asesor empresarial, consultor empresarial, coach ejecutivo, consultor de estrategia",
    ),
    trade(
        Individual,
        &[Marketing],
        "mercadólogo, publicista, especialista en marketing, redactor publicitario, gestor de redes sociales, creador de contenido, creadora de contenido, técnico de marketing, analista de marketing, consultor seo, especialista en redes sociales, community manager, especialista seo, copy, redactor creativo, organizador de eventos, estratega, estratega digital, trafficker digital, mercadóloga, ejecutivo de marketing, especialista en marketing digital, consultor de marketing, redactora de contenidos, redactor de contenidos, estratega de contenido",
    ),
    trade(
        Individual,
        &[MediaAndCommunication],
        "periodista, redactor, redactora, comunicador, comunicadora, comunicador social, locutor, locutora, traductor, traductora, editor, editora, escritor, escritora, relaciones públicas profesional, intérprete, productor audiovisual, guionista, comunicador audiovisual, realizador, presentador, reportero, corrector, relacionista público, especialista en comunicación, productor, comunicadora social, realizador audiovisual, autor",
    ),
    trade(
        Individual,
        &[ArtsAndDesign],
        "diseñador, diseñadora, diseñador gráfico, diseñadora gráfica, ilustrador, ilustradora, fotógrafo, fotógrafa, arquitecto, arquitecta, interiorista, animador, artista, creativo, creativa, diseñador web, realizador 3d, montador, diseñador de interiores, diseñadora de interiores, editor de video, editor de vídeo, músico, actor, actriz, estilista, decorador, diseñador industrial, diseñador de producto, animador 3d, motion grapher, escenógrafo, paisajista, urbanista, delineante de interiores, comunicador gráfico, diseñador multimedia",
    ),
    trade(
        Individual,
        &[CustomerSuccessAndSupport],
        "agente de atención al cliente, teleoperador, ejecutivo de atención al cliente, asesor de servicio al cliente, especialista en atención al cliente, técnico de soporte, representante de servicio al cliente, agente de call center, teleoperadora, gestor telefónico, agente de servicio al cliente, ejecutivo de servicio al cliente, recepcionista de clientes",
    ),
    trade(
        Individual,
        &[CommunityAndSocialServices],
        "trabajador social, trabajadora social, educador social, educadora social, integrador social, cooperante, sacerdote, pastor, psicólogo social, promotor social, integradora social, activista, animador sociocultural, mediador social, gestor social",
    ),
    trade(
        Individual,
        &[MilitaryAndProtectiveServices],
        "policía, guardia civil, militar, bombero, bombera, vigilante, guardia de seguridad, vigilante de seguridad, oficial del ejército, soldado, detective, capitán, sargento, teniente, oficial de policía, inspector de policía, escolta, comandante, guardia",
    ),
    trade(
        Individual,
        &[RealEstate],
        "agente inmobiliario, agente inmobiliaria, asesor inmobiliario, asesora inmobiliaria, consultor inmobiliario, corredor de propiedades, corredor inmobiliario, administrador de fincas, promotor inmobiliario, tasador, corredora de propiedades, bróker inmobiliario, api, perito inmobiliario, gestor inmobiliario, ejecutivo inmobiliario",
    ),
    trade(
        Individual,
        &[Operations],
        "mozo de almacén, chófer, conductor, cocinero, camarero, operario, operaria, almacenero, planificador, analista de operaciones, transportista, analista de logística, repartidor, despachador, operador logístico, piloto, agricultor, panadero, técnico de logística, técnico de prevención, prevencionista, chef, operador, agente de aduanas, técnico de producción, planificador de demanda, carretillero, reponedor, azafata, guía turístico, agente de viajes, ingeniero de procesos operario, hotelero, albañil, limpiador, técnico en prevención de riesgos laborales",
    ),
    trade(
        Individual,
        &[QualityAssurance],
        "técnico de calidad, inspector de calidad, analista de calidad, ingeniero de calidad, tester, auditor de calidad, analista qa, control de calidad técnico, ingeniera de calidad, técnica de calidad",
    ),
    trade(
        Individual,
        &[Administrative],
        "administrativo, administrativa, secretario, secretaria, recepcionista, oficinista, técnico administrativo, funcionario, funcionaria, gestor administrativo, secretaria ejecutiva, secretario general, técnico de administración, archivero, administrativa contable oficina, ordenanza",
    ),
    trade(
        Entry,
        &[Administrative],
        "asistente administrativo, asistente administrativa, auxiliar administrativo, auxiliar administrativa, asistente de dirección, asistente ejecutiva, asistente personal, asistente virtual, asistente de gerencia, secretaria de dirección",
    ),
    trade(
        Individual,
        &[ProgramAndProjectManagement],
        "técnico de proyectos, analista de proyectos, gestor de proyecto, consultor de proyectos, agile coach, formulador de proyectos",
    ),
    role(
        Individual,
        &[],
        "técnico, técnica, especialista, analista, gestor, gestora, ejecutivo, ejecutiva, agente, representante, administrador, administradora, profesional, delegado, delegada, oficial, operador, empleado, inspector, promotor, promotora, perito, licenciado, licenciada, alcalde, diputado, concejal, político, colaborador, gestora cultural, trabajador, trabajadora, terapeuta, ponente, planificadora, corredor",
    ),
    role(Senior, &[], "experto, experta"),
    topic(
        &[Sales],
        "ventas, venta, comercial, cuentas clave, grandes cuentas, gestión comercial, área comercial, vender, retail y ventas, negocios comerciales, exportación, comercialización, cuentas, fuerza de ventas, atención comercial",
    ),
    topic(
        &[Purchasing],
        "compras, abastecimiento, aprovisionamiento, adquisiciones, proveedores, suministros, compra, procura",
    ),
    topic(
        &[Marketing],
        "mercadeo, mercadotecnia, marca, marcas, publicidad, redes sociales, contenidos, contenido, medios digitales, eventos, marketing digital, posicionamiento web, estrategia digital, comercio electrónico, tráfico, comunicación y marketing, marketing y comunicación, campañas, branding y estrategia, trade marketing, crecimiento, estrategia de marca, gestión de marca",
    ),
    topic(
        &[MediaAndCommunication],
        "comunicación, comunicaciones, comunicación corporativa, prensa, relaciones públicas, periodismo, medios, comunicación interna, comunicación institucional, asuntos públicos, audiovisual, redacción, comunicación social, edición, radio, televisión, traducción, medios de comunicación",
    ),
    topic(
        &[HumanResources],
        "recursos humanos, rrhh, talento, talento humano, selección, selección de personal, nómina, nóminas, formación, gestión del talento, capacitación, relaciones laborales, personas, cultura y talento, reclutamiento, desarrollo organizacional, gestión humana, compensaciones, personal, clima laboral, bienestar laboral, personas y cultura, capital humano",
    ),
    topic(
        &[Finance],
        "finanzas, financiero, financiera, banca, seguros, tesorería, inversiones, riesgos, crédito, fondos, control de gestión, planificación financiera, créditos, cobranzas, riesgo, control financiero, economía, administración y finanzas, banca privada, patrimonio, pagos, mercados financieros",
    ),
    topic(
        &[Accounting],
        "contabilidad, contable, auditoría, fiscal, impuestos, tributario, tributación, tributaria, auditoría interna, contabilidad y finanzas, fiscalidad",
    ),
    topic(
        &[Engineering],
        "ingeniería, mantenimiento, desarrollo de software, software y desarrollo, mecánica, electrónica, obra, obras, obra civil, desarrollo web, automatización, inteligencia artificial, telecomunicaciones, construcción de obra, ingeniería industrial, ingeniería civil, ingeniería de software, programación, robótica, desarrollo, ingeniería mecánica, edificación, técnico en mantenimiento, eléctrica, energías, machine learning, industrial ingeniería, back end, instalaciones, ingeniería de sistemas, ingeniería informática",
    ),
    topic(
        &[InformationTechnology],
        "informática, sistemas, tecnologías de la información, datos, ciberseguridad, ti, tic, infraestructura, seguridad informática, redes, soporte técnico it, análisis de datos, inteligencia de negocios, tecnología de la información, base de datos, sistemas de información, infraestructuras, seguridad de la información, analítica, ciencia de datos",
    ),
    soft(&[InformationTechnology], "tecnología, tecnologías, transformación digital, digitalización, digitales"),
    topic(
        &[Operations],
        "operaciones, logística, producción, almacén, cadena de suministro, planta, comercio exterior, aduanas, distribución, prevención, seguridad y salud, sostenibilidad, prevención de riesgos laborales, turismo, hostelería, transporte, inventarios, prl, medio ambiente, restauración, fábrica, tienda, flota, agricultura, inventario, hotelería, seguridad industrial, seguridad y salud en el trabajo, manufactura, importaciones, minería, agroindustria, tiendas, planificación de la producción",
    ),
    soft(
        &[Operations],
        "estrategia, procesos, mejora continua, organización, planificación, transformación, innovación, gestión, administración de empresas, planeación, gestión empresarial, excelencia operacional",
    ),
    topic(
        &[QualityAssurance],
        "calidad, control de calidad, aseguramiento de calidad, gestión de calidad, pruebas, inocuidad, aseguramiento de la calidad, testing y calidad, sistemas de gestión de calidad, seguridad alimentaria",
    ),
    topic(
        &[Legal],
        "legal, derecho, cumplimiento, jurídico, jurídica, laboralista, cumplimiento normativo, asuntos legales, derecho laboral, derecho penal, propiedad intelectual, protección de datos, derecho mercantil, derecho corporativo, asesoría jurídica, contratos, regulatorio, asuntos regulatorios, penal",
    ),
    topic(
        &[Research],
        "investigación, ciencia, laboratorio, biología, química, ciencias, estudios de mercado, investigación de mercados, i d, física, estadística, i d i, biotecnología, investigación clínica",
    ),
    topic(
        &[Education],
        "educación, docencia, enseñanza, formación profesional, educación superior, inglés, idiomas, pedagogía, académica, académico, primaria, secundaria, matemáticas, universitario, universitaria, educativa, educativo, escolar",
    ),
    topic(
        &[HealthcareServices],
        "salud, enfermería, medicina, farmacia, cardiología, psicología, sanidad, nutrición, clínico, sanitario, sanitaria, salud pública, odontología, pediatría, fisioterapia, rehabilitación, salud mental, geriatría, oncología, médico asistencial, urgencias",
    ),
    topic(
        &[CommunityAndSocialServices],
        "trabajo social, sociales, desarrollo social, cooperación internacional, tercer sector, ong, intervención social, responsabilidad social, acción social, proyectos sociales, infancia, voluntariado y acción social, fundraising social, captación de fondos, inclusión, integración social, educación social, desarrollo comunitario, ayuda humanitaria",
    ),
    topic(
        &[MilitaryAndProtectiveServices],
        "policía nacional, defensa, seguridad privada, ejército, fuerzas armadas, seguridad física, bomberos, emergencias, seguridad patrimonial, protección civil, seguridad ciudadana",
    ),
    topic(
        &[RealEstate],
        "inmobiliaria, inmobiliario, bienes raíces, bienes inmuebles, inmuebles, fincas, propiedades, gestión inmobiliaria, promoción inmobiliaria",
    ),
    topic(
        &[CustomerSuccessAndSupport],
        "atención al cliente, servicio al cliente, experiencia de cliente, soporte, soporte técnico, clientes, posventa, postventa, experiencia del cliente, atención a clientes, servicio técnico, éxito del cliente, fidelización, callcenter, atención ciudadana",
    ),
    topic(&[ProductManagement], "producto, productos, gestión de producto, producto digital"),
    topic(
        &[ProgramAndProjectManagement],
        "proyecto, proyectos, gestión de proyectos, dirección de proyectos, gestión del cambio, administración de proyectos, programas",
    ),
    topic(
        &[BusinessDevelopment],
        "desarrollo de negocio, desarrollo de negocios, alianzas, alianzas estratégicas, nuevos negocios, expansión, desarrollo empresarial, negocio, negocios, negocio internacional",
    ),
    topic(
        &[Administrative],
        "administración, secretariado, recepción, gestión administrativa, oficina, administración pública, gestión documental",
    ),
    topic(
        &[ArtsAndDesign],
        "diseño, diseño gráfico, ilustración, fotografía, arte, interiores, diseño de interiores, animación, diseño industrial, arquitectura, moda, diseño web, creatividad, diseño de producto, vídeo, producción audiovisual, cine, edición de video, interiorismo, artes, gráfica, gráfico, identidad visual, música, dirección de arte, diseño ux",
    ),
    topic(&[Consulting], "consultoría, asesoría, asesoramiento, consultoría estratégica"),
    topic(&[Entrepreneurship], "emprendimiento, creación de empresas, emprendedurismo"),
    plain(At, "actualmente en"),
    plain(MaybeAt, "en, para"),
    plain(Of, "de, del, d"),
    plain(Preposition, "a, al, por, sobre, entre, desde, hacia, dentro de, a cargo de"),
    plain(
        Cut,
        "con, que, especializado en, especializada en, apasionado por, apasionada por, enfocado en, enfocada en, ayudo a, años de experiencia, en búsqueda, orientado a, orientada a, experto en la, más de, cuyo, donde, en busca de, ex alumno, apasionado, apasionada, comprometido, comprometida",
    ),
    plain(And, "y, e, o, así como"),
    plain(Article, "el, la, los, las, un, una"),
    plain(Praise, "soy, actualmente, orgulloso, titulado, colegiado, colegiada, certificado, certificada, jurado"),
    plain(Former, "ex, antiguo, antigua, anteriormente, anterior, jubilado, jubilada, exdirector de"),
    plain(
        Wanted,
        "en búsqueda de, en busca de, buscando, en búsqueda activa, en búsqueda activa de empleo, busco, futuro, futura, aspirante, aspirante a, en transición, buscando empleo, disponible, abierto a, abierta a, en proceso de, próximo, en búsqueda, estudiando para",
    ),
    plain(
        Slogan,
        "ayudo, ayudo a, ayudamos, ayudando a, ayudando, te ayudo, acompaño, impulso, conecto, transformo, creo, creamos, apasionado, apasionada, apasionado por, apasionada por, construyendo, haciendo, conectando, impulsando, transformando, creando, liderando, tu, tus, si, cómo, haz, descubre, potencia, yo, nosotros, hago, enseño, diseñando, comprometido, comprometida, me, te, porque, hacemos, nuestro, juntos, trabajando, generando",
    ),
    plain(
        Known,
        "años, experiencia, empresas, empresa, pymes, equipo, equipos, liderazgo, gestión de equipos, personas, clientes felices, mundo, vida, futuro, pasión, oportunidades, empleo, trabajo, internet, indirectas, mercado, sector, consumo, consumo masivo, construcción, hostelería, automoción, alimentación, automotriz, energía, energías renovables, perú, latinoamérica, iberoamérica, zona, zona norte, zona centro, norte, centro, mba, máster, grado, ingeniería y, mujeres, hombres, niños, familia, amor, retos, cambio, educación y, restaurantes, impacto, cultura, líder en, senior de, resultados, estrategias, soluciones, servicios, propio, estudio propio, agro, agronegocios, internacional, nacional, públicos, sector público, emprendedores, mercado laboral, departamento, área, unidad, programa, curso",
    ),
    plain(
        Organisation,
        "gobierno, municipalidad, consejería, ayuntamiento de, alcaldía, hospital clínico, hospital clínic, gestoría, asesoría y, bufete, despacho, farmacia y, clínicas, colegio, ministerio, secretaría, consultores, asociados, cámara, cooperativa, editorial, aseguradora, caja, compañía, empresas y, laboratorios, corporación, minera, inmobiliaria y, constructora, transportes, hotel, restaurante, instituto nacional, comunidad, generalitat, junta, diputación, universidad de, universitat, facultad, centro médico, asociación, supermercados, talleres",
    ),
    advice(Individual, "consultor, consultora, asesor, asesora, coach"),
];
