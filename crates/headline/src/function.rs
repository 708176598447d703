//! The 26 job functions of `LinkedIn`.

use std::fmt;
use std::str::FromStr;

/// What a role is about: one of `LinkedIn`'s 26 job functions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Function {
    /// Bookkeeping, audit, tax, controlling of the books.
    Accounting,
    /// Assistance, office, reception, secretariat.
    Administrative,
    /// Design of every kind, illustration, animation, film, architecture of buildings.
    ArtsAndDesign,
    /// Partnerships, alliances, new business.
    BusinessDevelopment,
    /// Social work, charities, fundraising, church.
    CommunityAndSocialServices,
    /// Advice as a profession, without a subject of its own.
    Consulting,
    /// Teaching, training, schools and universities.
    Education,
    /// Building things, software included.
    Engineering,
    /// Founding and owning a business.
    Entrepreneurship,
    /// Money: banking, investment, treasury, insurance, risk.
    Finance,
    /// Medicine, nursing, therapy, pharmacy.
    HealthcareServices,
    /// People, talent, recruiting, payroll.
    HumanResources,
    /// Running and securing systems, data, digitalisation.
    InformationTechnology,
    /// Law, compliance, privacy.
    Legal,
    /// Marketing, brand, content, growth, e-commerce.
    Marketing,
    /// Journalism, public relations, communication, broadcasting.
    MediaAndCommunication,
    /// Armed forces, police, fire service, guards.
    MilitaryAndProtectiveServices,
    /// Running the business: production, logistics, general management.
    Operations,
    /// Products and their owners.
    ProductManagement,
    /// Projects, programmes, agile delivery.
    ProgramAndProjectManagement,
    /// Buying, sourcing, suppliers.
    Purchasing,
    /// Quality and tests.
    QualityAssurance,
    /// Property: brokers, managers, developers.
    RealEstate,
    /// Science and user or market research.
    Research,
    /// Selling: accounts, revenue.
    Sales,
    /// Customers after the sale: success, service, support.
    CustomerSuccessAndSupport,
}

impl Function {
    /// All functions in the order of `LinkedIn`'s numbers.
    pub const ALL: [Self; 26] = [
        Self::Accounting,
        Self::Administrative,
        Self::ArtsAndDesign,
        Self::BusinessDevelopment,
        Self::CommunityAndSocialServices,
        Self::Consulting,
        Self::Education,
        Self::Engineering,
        Self::Entrepreneurship,
        Self::Finance,
        Self::HealthcareServices,
        Self::HumanResources,
        Self::InformationTechnology,
        Self::Legal,
        Self::Marketing,
        Self::MediaAndCommunication,
        Self::MilitaryAndProtectiveServices,
        Self::Operations,
        Self::ProductManagement,
        Self::ProgramAndProjectManagement,
        Self::Purchasing,
        Self::QualityAssurance,
        Self::RealEstate,
        Self::Research,
        Self::Sales,
        Self::CustomerSuccessAndSupport,
    ];

    /// The slug under which the function is stored, for example `"arts_and_design"`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accounting => "accounting",
            Self::Administrative => "administrative",
            Self::ArtsAndDesign => "arts_and_design",
            Self::BusinessDevelopment => "business_development",
            Self::CommunityAndSocialServices => "community_and_social_services",
            Self::Consulting => "consulting",
            Self::Education => "education",
            Self::Engineering => "engineering",
            Self::Entrepreneurship => "entrepreneurship",
            Self::Finance => "finance",
            Self::HealthcareServices => "healthcare_services",
            Self::HumanResources => "human_resources",
            Self::InformationTechnology => "information_technology",
            Self::Legal => "legal",
            Self::Marketing => "marketing",
            Self::MediaAndCommunication => "media_and_communication",
            Self::MilitaryAndProtectiveServices => "military_and_protective_services",
            Self::Operations => "operations",
            Self::ProductManagement => "product_management",
            Self::ProgramAndProjectManagement => "program_and_project_management",
            Self::Purchasing => "purchasing",
            Self::QualityAssurance => "quality_assurance",
            Self::RealEstate => "real_estate",
            Self::Research => "research",
            Self::Sales => "sales",
            Self::CustomerSuccessAndSupport => "customer_success_and_support",
        }
    }

    /// The name `LinkedIn` shows, for example `"Arts and Design"`.
    #[must_use]
    pub const fn linkedin(self) -> &'static str {
        match self {
            Self::Accounting => "Accounting",
            Self::Administrative => "Administrative",
            Self::ArtsAndDesign => "Arts and Design",
            Self::BusinessDevelopment => "Business Development",
            Self::CommunityAndSocialServices => "Community and Social Services",
            Self::Consulting => "Consulting",
            Self::Education => "Education",
            Self::Engineering => "Engineering",
            Self::Entrepreneurship => "Entrepreneurship",
            Self::Finance => "Finance",
            Self::HealthcareServices => "Healthcare Services",
            Self::HumanResources => "Human Resources",
            Self::InformationTechnology => "Information Technology",
            Self::Legal => "Legal",
            Self::Marketing => "Marketing",
            Self::MediaAndCommunication => "Media and Communication",
            Self::MilitaryAndProtectiveServices => "Military and Protective Services",
            Self::Operations => "Operations",
            Self::ProductManagement => "Product Management",
            Self::ProgramAndProjectManagement => "Program and Project Management",
            Self::Purchasing => "Purchasing",
            Self::QualityAssurance => "Quality Assurance",
            Self::RealEstate => "Real Estate",
            Self::Research => "Research",
            Self::Sales => "Sales",
            Self::CustomerSuccessAndSupport => "Customer Success and Support",
        }
    }

    /// The number in `LinkedIn`'s `urn:li:function:N`, 1 to 26.
    #[must_use]
    pub const fn linkedin_id(self) -> u8 {
        self as u8 + 1
    }
}

impl fmt::Display for Function {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Function {
    type Err = UnknownFunction;

    /// Reads a slug of ours or a name of `LinkedIn`'s in any case. `LinkedIn` has called the last one `"Support"`.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let slug = text.trim().to_lowercase().replace(' ', "_");
        if slug == "support" {
            return Ok(Self::CustomerSuccessAndSupport);
        }
        Self::ALL.into_iter().find(|function| function.as_str() == slug).ok_or(UnknownFunction)
    }
}

/// The text names no function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownFunction;

impl fmt::Display for UnknownFunction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("no job function is called that")
    }
}

impl std::error::Error for UnknownFunction {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_names_round_trip() {
        for (number, function) in (1..).zip(Function::ALL) {
            assert_eq!(function.linkedin_id(), number);
            assert_eq!(function.as_str().parse(), Ok(function));
            assert_eq!(function.linkedin().parse(), Ok(function));
        }
        assert_eq!("Support".parse(), Ok(Function::CustomerSuccessAndSupport));
        assert_eq!("magic".parse::<Function>(), Err(UnknownFunction));
    }
}
