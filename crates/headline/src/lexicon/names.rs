//! Well-known companies. They help where grammar cannot: in "Copywriter, Google" or "Engineer | Siemens" only knowledge
//! of the world tells the employer from a subject. Names that are everyday words (Apple, Shell, Target) are left out.

use super::Kind::Company;
use super::{Row, Table, plain};

pub(super) const TABLE: Table = Table { lang: None, rows: ROWS, endings: "" };

const ROWS: &[Row] = &[plain(
    Company,
    "google, google cloud, google deepmind, microsoft, amazon, amazon web services, netflix, ibm, oracle, salesforce, \
     cisco, intel, nvidia, samsung, sony, huawei, tiktok, bytedance, linkedin marketing solutions, spotify, airbnb, uber, \
     paypal, dell, hewlett packard, hp inc, lenovo, siemens, siemens energy, siemens healthineers, bosch, basf, bayer, \
     volkswagen, bmw, bmw group, mercedes benz, mercedes benz group, daimler truck, audi, porsche, allianz, munich re, \
     deutsche bank, commerzbank, deutsche telekom, telekom, deutsche bahn, lufthansa, dhl, dhl group, henkel, adidas, \
     puma, zalando, thyssenkrupp, infineon, continental ag, schaeffler, nestlé, novartis, roche, ubs, credit suisse, abb, \
     swiss re, zurich insurance, l oréal, lvmh, danone, michelin, renault, peugeot, stellantis, airbus, thales, \
     totalenergies, bnp paribas, société générale, crédit agricole, axa, carrefour, capgemini, accenture, deloitte, pwc, \
     kpmg, ernst & young, ey, mckinsey, mckinsey & company, bain & company, boston consulting group, bcg, santander, \
     bbva, inditex, telefónica, iberdrola, mercadona, repsol, petrobras, itaú, itaú unibanco, bradesco, nubank, embraer, \
     natura, ambev, magazine luiza, mercado libre, enel, eni, intesa sanpaolo, unicredit, ferrero, barilla, luxottica, \
     philips, unilever, heineken, asml, ing bank, rabobank, abn amro, kpn, ahold delhaize, bol com, booking com, adyen, \
     volvo, volvo cars, volvo group, scania, ericsson, ikea, h&m, electrolux, klarna, seb, nordea, handelsbanken, \
     telia, vattenfall, atlas copco, sandvik, novo nordisk, maersk, carlsberg, equinor, nokia, unilever, vodafone, hsbc, \
     barclays, astrazeneca, gsk, rolls royce, bp, tesco, diageo, jpmorgan, jp morgan, j p morgan, goldman sachs, \
     morgan stanley, citi, citibank, blackrock, pfizer, johnson & johnson, procter & gamble, p&g, coca cola, pepsico, \
     mcdonald s, starbucks, nike, walmart, boeing, general electric, general motors, tesla, exxonmobil, chevron, \
     mastercard, american express, disney, warner bros, ogilvy, wpp, publicis, omnicom, tcs, infosys, wipro, cognizant, \
     tata, reliance industries, toyota, honda, hitachi, panasonic, schneider electric, saint gobain, veolia, engie, \
     orange business, decathlon, hubspot, shopify, stripe, atlassian, servicenow, workday, zendesk, pentagram, keller \
     williams, re max, remax, engel & völkers, cbre, jll",
)];
