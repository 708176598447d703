//! Portuguese.

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

pub(super) const TABLE: Table = Table { lang: Some(Lang::Pt), rows: ROWS, endings: ENDINGS };

/// Words that end a compound.
const ENDINGS: &str = "";

const ROWS: &[Row] = &[
    trade(
        Owner,
        &[Entrepreneurship],
        "fundador, fundadora, cofundador, cofundadora, co fundador, co fundadora, sócio fundador, sócia fundadora, proprietário, proprietária, dono, dona, empresário, empresária, empreendedor, empreendedora, sócio proprietário, sócia proprietária, idealizador, idealizadora, microempreendedor, founder e ceo, sócio fundadora, empreendedor serial",
    ),
    role(
        Partner,
        &[BusinessDevelopment],
        "sócio, sócia, sócio diretor, sócia diretora, sócio administrador, sócia administradora, sócio gerente",
    ),
    trade(
        Cxo,
        &[Operations],
        "diretor geral, diretora geral, presidente, diretor presidente, diretora presidente, presidente executivo, administrador delegado, superintendente geral, diretor superintendente, gerente geral executivo, presidente do conselho",
    ),
    side(
        Cxo,
        &[],
        "conselheiro, conselheira, conselheiro independente, membro do conselho, conselheiro de administração, conselheira de administração, conselheiro consultivo",
    ),
    role(Vp, &[], "vice presidente, vice presidenta, vice presidente executivo"),
    role(
        Director,
        &[],
        "diretor, diretora, diretor executivo, diretora executiva, diretor adjunto, superintendente, diretor regional, subdiretor, head",
    ),
    trade(Director, &[Sales], "diretor comercial, diretora comercial, diretor de vendas"),
    trade(Director, &[Finance], "diretor financeiro, diretora financeira, diretor administrativo financeiro"),
    trade(Director, &[ArtsAndDesign], "diretor de criação, diretora de criação, diretor criativo, diretora criativa"),
    trade(Director, &[InformationTechnology], "diretor de ti, diretora de ti, diretor de tecnologia"),
    trade(Senior, &[ArtsAndDesign], "diretor de arte, diretora de arte, diretor de fotografia"),
    trade(Director, &[Education], "diretor escolar, reitor, diretor de escola"),
    trade(
        Manager,
        &[Operations],
        "gerente geral, mestre de obras, gerente de loja, chefe de cozinha, encarregado de produção, gerente de operações, encarregado de obras, gestor de operações, chef de cozinha",
    ),
    role(
        Manager,
        &[],
        "gerente, gestor, gestora, supervisor, supervisora, chefe, encarregado, encarregada, líder, responsável, líder de equipe, chefe de equipe, chefe de departamento, coordenador geral, coordenadora geral, chefe de gabinete, manager, líder técnico de equipe",
    ),
    trade(
        Manager,
        &[ProgramAndProjectManagement],
        "gerente de projetos, gerente de projeto, gestor de projetos, gestora de projetos, gestor de projeto, líder de projetos, líder de projeto",
    ),
    trade(
        Manager,
        &[ProductManagement],
        "gerente de produto, gerente de produtos, gestor de produto, gestor de produtos",
    ),
    trade(Individual, &[Marketing], "gestor de tráfego, gestora de tráfego"),
    rank(Rank::Senior, "sênior, sr, especialista sênior"),
    rank(Rank::Junior, "júnior, recém formado, recém formada"),
    rank(Rank::Assistant, "assistente, auxiliar, ajudante"),
    rank(Rank::Associate, "coordenador, coordenadora, associado"),
    rank(
        Rank::Student,
        "estudante, aluno, aluna, graduando, graduanda, mestrando, mestranda, doutorando, doutoranda, acadêmico, acadêmica, universitário, universitária, bacharelando",
    ),
    rank(
        Rank::Training,
        "estagiário, estagiária, estágio, aprendiz, jovem aprendiz, menor aprendiz, trainee de, residente",
    ),
    rank(Rank::Freelance, "autônomo, autônoma, profissional autônomo, mei, freela, independente, por conta própria"),
    rank(Rank::Volunteer, "voluntário, voluntária, voluntariado"),
    trade(
        Individual,
        &[Sales],
        "vendedor, vendedora, executivo de vendas, executiva de vendas, executivo de contas, executiva de contas, representante comercial, consultor de vendas, consultora de vendas, consultor comercial, consultora comercial, representante de vendas, vendedora externa, vendedor externo, vendedor interno, analista comercial, assessor comercial, promotor de vendas, executivo comercial, técnico de vendas, pré vendas, assistente comercial pleno, propagandista, gestor comercial individual, operador de caixa, inside sales, gerente de contas executivo, técnico comercial, delegado de informação médica",
    ),
    trade(Individual, &[Purchasing], "comprador, compradora, analista de compras, analista de suprimentos"),
    trade(
        Individual,
        &[Engineering],
        "engenheiro, engenheira, desenvolvedor, desenvolvedora, programador, programadora, engenheiro de software, engenheira de software, engenheiro civil, engenheiro mecânico, engenheiro de dados, engenheira de dados, técnico de manutenção, eletricista, mecânico, desenvolvedor web, engenheiro de produção, engenheiro eletricista, engenheiro químico, engenheiro eletrônico, tech lead, técnico em mecânica, técnico em eletrotécnica, projetista, soldador, técnico em edificações, torneiro mecânico, eletromecânico, arquiteto de software, engenheiro ambiental, engenheiro agrônomo",
    ),
    trade(
        Individual,
        &[InformationTechnology],
        "analista de sistemas, analista de dados, cientista de dados, analista de ti, administrador de sistemas, técnico de informática, analista de suporte, analista de infraestrutura, analista de segurança da informação, técnico em informática, administrador de redes, analista de bi, consultor sap, técnico de ti, analista de negócios de ti, técnico de suporte, especialista em ti, analista de tecnologia da informação, consultor de ti",
    ),
    trade(
        Individual,
        &[Accounting],
        "contador, contadora, contabilista, analista contábil, analista fiscal, auditor, auditora, controller, técnico contábil, técnico de contabilidade, analista de contabilidade, auditor fiscal, analista tributário, auditor interno, controladora, técnico em contabilidade, perito contador",
    ),
    trade(
        Individual,
        &[Finance],
        "analista financeiro, analista financeira, assessor de investimentos, assessora de investimentos, consultor financeiro, economista, bancário, bancária, corretor de seguros, corretora de seguros, planejador financeiro, analista de crédito, analista de risco, tesoureiro, analista de investimentos, gestor de investimentos, planejadora financeira, consultora financeira, agente autônomo de investimentos, mediador de seguros, analista de riscos, escriturário",
    ),
    trade(
        Individual,
        &[Legal],
        "advogado, advogada, jurista, tabelião, juiz, juíza, promotor de justiça, assessor jurídico, assessora jurídica, consultor jurídico, procurador, defensor público, analista jurídico, notário, solicitador, paralegal, encarregado de dados, despachante, perito judicial, consultora jurídica, oficial de justiça, analista de compliance",
    ),
    trade(
        Individual,
        &[HealthcareServices],
        "médico, médica, enfermeiro, enfermeira, farmacêutico, farmacêutica, dentista, cirurgião dentista, psicólogo, psicóloga, fisioterapeuta, nutricionista, veterinário, veterinária, médico veterinário, técnico de enfermagem, técnica de enfermagem, fonoaudiólogo, terapeuta ocupacional, cirurgião, terapeuta, biomédico, biomédica, psiquiatra, pediatra, educador físico, personal trainer, técnico em radiologia, cuidador de idosos, médica veterinária, cirurgiã dentista, psicanalista, fonoaudióloga",
    ),
    trade(
        Individual,
        &[HumanResources],
        "recrutador, recrutadora, analista de recursos humanos, analista de rh, técnico de recursos humanos, business partner de rh, analista de recrutamento e seleção, analista de departamento pessoal, generalista de rh, consultor de rh, consultora de rh, analista de dp, técnica de recursos humanos, psicólogo organizacional, psicóloga organizacional, consultora de carreira, consultor de carreira, bp de rh, analista de treinamento, analista de gente e gestão, especialista em recrutamento, técnico de rh, tech recruiter, analista de folha de pagamento",
    ),
    trade(
        Individual,
        &[Education],
        "professor, professora, docente, educador, educadora, formador, formadora, pedagogo, pedagoga, instrutor, instrutora, palestrante docente, tutor, tutora, professor universitário, professora universitária, coordenador pedagógico professor, psicopedagoga, bibliotecário, professor adjunto, designer instrucional, orientador educacional, instrutor de treinamento, mentor educacional, explicador",
    ),
    trade(
        Individual,
        &[Research],
        "pesquisador, pesquisadora, investigador, investigadora, cientista, químico, química industrial, biólogo, bióloga, técnico de laboratório, físico, estatístico, bolseiro de investigação, sociólogo, historiador, geólogo, analista de laboratório, analista de pesquisa, cientista social",
    ),
    trade(
        Individual,
        &[Consulting],
        "consultor empresarial, consultora empresarial, consultor de gestão, consultor de negócios, consultora de negócios, consultor estratégico, consultora de gestão, coach executivo",
    ),
    trade(
        Individual,
        &[Marketing],
        "publicitário, publicitária, redator publicitário, analista de marketing, social media, criador de conteúdo, criadora de conteúdo, copywriter, estrategista, estrategista de conteúdo, estrategista digital, analista de mídias sociais, especialista em marketing digital, analista de mídia, analista de seo, influenciador, gestor de redes sociais, mídia, planejador, produtor de conteúdo, produtora de conteúdo, produtor de eventos, produtora de eventos, especialista em marketing, analista de conteúdo, promotor de eventos, consultor de marketing, profissional de marketing, analista de e commerce, analista de growth",
    ),
    trade(
        Individual,
        &[MediaAndCommunication],
        "jornalista, redator, redatora, assessor de imprensa, assessora de imprensa, comunicador, comunicadora, tradutor, tradutora, radialista, escritor, escritora, editor, editora, roteirista, produtor audiovisual, cineasta, comunicóloga, comunicólogo, relações públicas, analista de comunicação, repórter, locutor, locutora, intérprete, revisor, revisora, apresentador, apresentadora, produtor, produtora, autor, autora, cinegrafista",
    ),
    trade(
        Individual,
        &[ArtsAndDesign],
        "designer, designer gráfico, designer gráfica, ilustrador, ilustradora, fotógrafo, fotógrafa, arquiteto, arquiteta, arquiteta e urbanista, arquiteto e urbanista, editor de vídeo, editora de vídeo, animador, artista, criativo, criativa, webdesigner, designer de produto, designer de interiores, designer de moda, diretor de arte júnior, editor de vídeos, videomaker, filmmaker, músico, ator, atriz, estilista, web designer, designer multimídia, artista visual, paisagista, decorador, urbanista, maquilhadora, designer ux ui",
    ),
    trade(
        Individual,
        &[CustomerSuccessAndSupport],
        "atendente, analista de atendimento, analista de suporte ao cliente, operador de telemarketing, analista de customer success, especialista em atendimento ao cliente, agente de atendimento, analista de sucesso do cliente, técnico de suporte ao cliente, assistente de apoio ao cliente, consultor de atendimento, operador de call center, especialista em sucesso do cliente, analista de relacionamento, gestor de clientes individual, analista de cx, atendente de telemarketing",
    ),
    trade(
        Individual,
        &[CommunityAndSocialServices],
        "assistente social, educador social, educadora social, captador de recursos, agente comunitário, pastor, padre, agente social, captadora de recursos, agente comunitário de saúde, ativista, técnico de ação social, animador sociocultural, analista social, técnico de serviço social, analista de projetos sociais",
    ),
    trade(
        Individual,
        &[MilitaryAndProtectiveServices],
        "policial, policial militar, policial civil, militar, bombeiro, bombeira, vigilante, segurança patrimonial, soldado, oficial do exército, guarda municipal, delegado de polícia, investigador de polícia, capitão, tenente, sargento, bombeiro civil, agente de segurança, perito criminal, delegada de polícia, oficial da marinha, polícia, guarda, coronel, fuzileiro naval, escrivão de polícia, agente penitenciário, gnr, psp",
    ),
    trade(
        Individual,
        &[RealEstate],
        "corretor de imóveis, corretora de imóveis, consultor imobiliário, consultora imobiliária, corretor, corretora, agente imobiliário, agente imobiliária, mediador imobiliário, síndico, síndica, síndico profissional, consultor de imóveis, síndica profissional, angariador imobiliário, avaliador imobiliário, incorporador, avaliador de imóveis, gestor imobiliário, administrador de condomínios",
    ),
    trade(
        Individual,
        &[Operations],
        "motorista, operador de máquinas, operador de produção, almoxarife, conferente, cozinheiro, cozinheira, garçom, analista de logística, analista de operações, operador de empilhadeira, planejador de produção, analista de pcp, analista de processos, técnico de segurança do trabalho, técnica de segurança do trabalho, estoquista, agricultor, piloto, operador logístico, operador, analista de comércio exterior, despachante aduaneiro, técnico em segurança do trabalho, engenheiro de segurança do trabalho, chef, agente de viagens, analista ambiental, técnico em logística, analista de supply chain, entregador, padeiro, técnico de logística, empregado de mesa, comissário de bordo, produtor rural, guia turístico, técnico agrícola, caminhoneiro",
    ),
    trade(
        Individual,
        &[QualityAssurance],
        "analista de qualidade, inspetor de qualidade, técnico de qualidade, engenheiro de qualidade, analista de testes, testador, auditor de qualidade, engenheiro da qualidade, analista da qualidade, técnica de qualidade, analista de qa, engenheira de qualidade, técnico da qualidade",
    ),
    trade(
        Individual,
        &[Administrative],
        "administrativo, administrativa, secretário, secretária, secretária executiva, recepcionista, analista administrativo, técnico administrativo, escriturária, servidor público, servidora pública, analista administrativa, secretário executivo, técnico em administração, digitador, funcionário público, agente administrativo",
    ),
    trade(
        Entry,
        &[Administrative],
        "assistente administrativo, assistente administrativa, auxiliar administrativo, auxiliar administrativa, assistente de direção, assistente executiva, assistente executivo, assistente pessoal, assistente virtual, assistente de diretoria, auxiliar de escritório, assistente de escritório",
    ),
    trade(
        Individual,
        &[ProgramAndProjectManagement],
        "analista de projetos, técnico de projetos, agilista, analista de projeto, especialista em projetos, técnico de projeto",
    ),
    role(
        Individual,
        &[],
        "analista, técnico, técnica, especialista, profissional, agente, representante, administrador, administradora, executivo, executiva, operadora, oficial, promotor, promotora, inspetor, inspetora, colaborador, funcionário, prefeito, vereador, deputado, político, corretor autônomo, tecnólogo, tecnóloga, delegado, avaliador, perito, planejadora, orientador, supervisor assistente, gestor de conta",
    ),
    role(Senior, &[], "perito especialista, experto"),
    topic(
        &[Sales],
        "vendas, venda, comercial, contas, grandes contas, vender, varejo, área comercial, relacionamento comercial, gestão comercial, exportação, prospecção, equipe de vendas, força de vendas, retalho, negociação",
    ),
    topic(&[Purchasing], "compras, suprimentos, fornecedores, aprovisionamento, aquisições, abastecimento, compra"),
    topic(
        &[Marketing],
        "marca, marcas, publicidade, tráfego, tráfego pago, mídias sociais, redes sociais, conteúdo, conteúdos, mídia, propaganda, eventos, marketing digital, comunicação e marketing, marketing e comunicação, mídias digitais, mídia paga, crescimento, gestão de marca, e commerce, marketing de conteúdo, estratégia de marca, campanhas, estratégia digital",
    ),
    topic(
        &[MediaAndCommunication],
        "comunicação, imprensa, assessoria de imprensa, comunicação corporativa, comunicação interna, comunicação social, jornalismo, relações públicas e, redação, comunicação digital, comunicação institucional, televisão, rádio, audiovisual, tradução, comunicação empresarial, assuntos públicos, relações governamentais",
    ),
    topic(
        &[HumanResources],
        "recursos humanos, rh, recrutamento, seleção, recrutamento e seleção, gente, gente e gestão, gente e cultura, talentos, departamento pessoal, treinamento, treinamento e desenvolvimento, folha de pagamento, desenvolvimento humano, gestão de pessoas, pessoas, aquisição de talentos, dp, pessoas e cultura, remuneração, cultura organizacional, dho, formação e desenvolvimento, pessoal, employer branding e, diversidade, clima organizacional, processamento salarial",
    ),
    topic(
        &[Finance],
        "finanças, financeiro, financeira, banco e, tesouraria, investimentos, riscos, crédito, seguros, mercado financeiro, controladoria, planejamento financeiro, contas a pagar, contas a receber, cobrança, fusões e aquisições, controle de gestão, risco, economia, gestão financeira, previdência, administrativo financeiro, mercado de capitais, bancário mercado, câmbio, faturamento",
    ),
    topic(
        &[Accounting],
        "contabilidade, contábil, fiscal, tributário, tributária, auditoria, impostos, tributos, fiscalidade, auditoria interna, planejamento tributário, contabilidade e finanças",
    ),
    topic(
        &[Engineering],
        "engenharia, manutenção, desenvolvimento de software, desenvolvimento web, mecânica, elétrica, obras, obra, engenharia civil, engenharia de software, desenvolvimento, automação, inteligência artificial, engenharia de produção, elétricas, eletrônica, programação, construção civil, manutenção industrial, engenharia mecânica, edificações, mecatrônica, machine learning, engenharia elétrica, instrumentação, automação industrial, robótica",
    ),
    topic(
        &[InformationTechnology],
        "ti, informática, sistemas, dados, tecnologia da informação, segurança da informação, infraestrutura, análise de dados, ciência de dados, redes, ciberseguridade, cibersegurança, sistemas de informação, infraestrutura de ti, tecnologias de informação, suporte de ti, governança de dados, banco de dados, lgpd, análise e desenvolvimento de sistemas, segurança cibernética",
    ),
    soft(&[InformationTechnology], "tecnologia, transformação digital, digitalização, tecnologias"),
    topic(
        &[Operations],
        "operações, logística, produção, cadeia de suprimentos, estoque, armazém, comércio exterior, segurança do trabalho, pcp, sustentabilidade, transportes, expedição, almoxarifado, manufatura, turismo, gastronomia, meio ambiente, hotelaria, frota, industrialização, fábrica, loja, sst, importação, comex, supply, facilities e, distribuição, agricultura, lojas, restauração, ambiente, mineração, hospitalidade, segurança no trabalho, planejamento e controle de produção, transporte",
    ),
    soft(
        &[Operations],
        "processos, melhoria contínua, estratégia, gestão, planejamento, organização, inovação, transformação, administração de empresas, planejamento estratégico, gestão empresarial, excelência operacional, operacional",
    ),
    topic(
        &[QualityAssurance],
        "qualidade, controle de qualidade, garantia da qualidade, gestão da qualidade, testes, controlo de qualidade, segurança de alimentos, garantia de qualidade, sgq, segurança alimentar",
    ),
    topic(
        &[Legal],
        "direito, jurídico, jurídica, tributarista, conformidade, direito trabalhista, direito digital, proteção de dados, direito civil, direito empresarial, contratos, propriedade intelectual, direito do trabalho, direito penal, regulatório, assuntos regulatórios, direito tributário, previdenciário, trabalhista, direito de família, departamento jurídico, direito previdenciário, licitações",
    ),
    topic(
        &[Research],
        "pesquisa, investigação, ciência, biologia, química, ciências, laboratório, pesquisa de mercado, p d, pesquisa e desenvolvimento, física, estatística, biotecnologia, pesquisa clínica, ciências sociais",
    ),
    topic(
        &[Education],
        "educação, ensino, docência, pedagogia, formação, escolar, ensino superior, matemática, educacional, inglês, letras, educação infantil, educação física, pedagógica, pedagógico, língua portuguesa, história, ensino fundamental, ensino à distância",
    ),
    topic(
        &[HealthcareServices],
        "saúde, enfermagem, medicina, farmácia, clínica, clínico, psicologia, nutrição, hospitalar, saúde mental, fisioterapia, odontologia, saúde pública, veterinária, análises clínicas, terapia, oncologia, médica e hospitalar, estética, biomedicina, reabilitação",
    ),
    topic(
        &[CommunityAndSocialServices],
        "serviço social, terceiro setor, projetos sociais, ong, impacto social, responsabilidade social, captação de recursos, ação social, assistência social, desenvolvimento social, desenvolvimento comunitário, inclusão social, voluntariado e impacto, intervenção social, direitos humanos",
    ),
    topic(
        &[MilitaryAndProtectiveServices],
        "polícia militar, forças armadas, exército, marinha, defesa, segurança pública, segurança patrimonial e, bombeiros, segurança privada, força aérea, polícia civil, proteção civil, defesa civil, segurança corporativa, polícia federal",
    ),
    topic(
        &[RealEstate],
        "imóveis, imobiliário, imobiliária, mercado imobiliário, condomínios, incorporação, incorporação imobiliária, imóvel, imobiliários, mediação imobiliária",
    ),
    topic(
        &[CustomerSuccessAndSupport],
        "atendimento, atendimento ao cliente, suporte, sucesso do cliente, experiência do cliente, relacionamento, relacionamento com o cliente, suporte ao cliente, suporte técnico, pós venda, pós vendas, apoio ao cliente, sac, clientes, relacionamento com clientes, serviço ao cliente, assistência técnica, fidelização",
    ),
    topic(&[ProductManagement], "produto, produtos, gestão de produtos, gestão de produto"),
    topic(
        &[ProgramAndProjectManagement],
        "projetos, projeto, gestão de projetos, gerenciamento de projetos, gestão de mudanças, gestão da mudança, planejamento de projetos, metodologias ágeis, gestão ágil, programas",
    ),
    topic(
        &[BusinessDevelopment],
        "novos negócios, desenvolvimento de negócios, parcerias, negócios, expansão, parcerias estratégicas, desenvolvimento de negócio, alianças, desenvolvimento empresarial",
    ),
    topic(
        &[Administrative],
        "administração, secretariado, recepção, escritório, rotinas administrativas, serviços gerais, gestão administrativa, administração pública, gestão pública",
    ),
    topic(
        &[ArtsAndDesign],
        "ilustração, fotografia, animação, direção de arte, arte, artes, moda, arquitetura, interiores, identidade visual, criação, criatividade, design gráfico, design de interiores, edição de vídeo, vídeo, arquitetura e urbanismo, cinema, música, artes visuais, design de produto, efeitos especiais, multimídia, produção audiovisual, design de moda, audiovisual e cinema, gráfico, gráfica, ux ui design",
    ),
    topic(&[Consulting], "consultoria, assessoria, consultoria empresarial, consultoria de gestão, mentoria"),
    topic(&[Entrepreneurship], "empreendedorismo, criação de negócios"),
    plain(At, "atualmente na, atualmente no"),
    plain(MaybeAt, "na, no, nas, nos, em, pela, pelo, para"),
    plain(Of, "do, da, dos, das"),
    plain(Preposition, "ao, à, aos, às, por, sobre, entre, desde, junto a, num, numa"),
    plain(
        Cut,
        "com, que, especializado em, especializada em, apaixonado por, apaixonada por, focado em, focada em, ajudo, anos de experiência, em busca de, mais de, formado em, formada em, onde, pós graduado, pós graduada, em transição, apaixonada, apaixonado, com foco em, certificado em",
    ),
    plain(And, "e, ou, bem como"),
    plain(Article, "o, os, as, um, uma"),
    plain(Praise, "sou, atualmente, certificado, certificada, orgulhoso, pleno, plena, futuro de"),
    plain(Former, "ex, antigo, antiga, anteriormente, aposentado, aposentada, reformado, reformada"),
    plain(
        Wanted,
        "em busca de, em busca, buscando, procurando, futuro, futura, aspirante, em transição, em transição de carreira, à procura de, em busca de recolocação, disponível, disponível para o mercado, busco, em busca de novos desafios, buscando oportunidade, procuro, em recolocação",
    ),
    plain(
        Slogan,
        "ajudo, ajudamos, ajudando, conectando, transformando, criando, apaixonado, apaixonada, apaixonado por, apaixonada por, eu, nós, transformo, crio, conecto, seu, sua, como, construindo, desenvolvendo, impulsionando, desenvolvo, ensino a, faço, te ajudo, aqui, mais, se, vamos, juntos, porque, levando, potencializando, simplificando, entregando, simplifico, gerando",
    ),
    plain(
        Known,
        "anos, experiência, empresas, pessoas que, equipe, equipes, liderança, futuro, vida, mundo, paixão, oportunidades, emprego, trabalho, agronegócio, construção, setor, mercado, energia, automotivo, região sul, nordeste, sudeste, alimentos, bebidas, pós graduação, graduação, mestrado, mba em, bacharel, formação acadêmica, resultados, soluções, estratégias, desafios, novos desafios, recolocação, mudança, amor, família, mulheres, crianças, sociedade, valor, propósito, impacto, cultura, externa, externo, interna, interno, indústria, serviços, parte, setor público, startups e, saas b2b, alta performance, negócio próprio, empresarial, dados e ia, home office, trabalho remoto, carreira, américa latina, departamento, área, unidade, programa, curso, equipa",
    ),
    plain(
        Organisation,
        "prefeitura de, prefeitura municipal, governo, cooperativa, construtora, clínica e, colégio, instituição, seguros e, cartório, consultório, escritório de, imobiliária e, associação, câmara, câmara municipal, secretaria, secretaria municipal, tribunal, ministério, universidade federal, faculdade, centro universitário, laboratório e, café, padaria, supermercados, cruz vermelha, banco do, sebrae, senai, sesc, companhia, indústria e comércio, transportadora, hotel, restaurante, energia e, contabilidade e",
    ),
    advice(Individual, "consultor, consultora, assessor, assessora, coach"),
];
