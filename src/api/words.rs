//! Closed lists of words that other parts of the program keep.

use std::borrow::Cow;

use serde::{Deserialize, Deserializer, Serialize, de};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};

/// Makes the type of one of the words of a list.
macro_rules! words {
    ($(#[$about:meta])* $name:ident, $title:literal, $all:expr) => {
        $(#[$about])*
        #[derive(Debug, Clone, Serialize)]
        pub(super) struct $name(String);

        impl $name {
            pub(super) fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(words: D) -> Result<Self, D::Error> {
                let word = String::deserialize(words)?;
                if $all.iter().any(|known| known.as_str() == word) {
                    return Ok(Self(word));
                }
                let known: Vec<&str> = $all.iter().map(|known| known.as_str()).collect();
                Err(de::Error::custom(format!("there is no {} {word:?}; there are {}", $title, known.join(", "))))
            }
        }

        impl PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                let known = $all.iter().map(|known| known.as_str());
                ObjectBuilder::new().schema_type(Type::String).enum_values(Some(known)).build().into()
            }
        }

        impl ToSchema for $name {
            fn name() -> Cow<'static, str> {
                stringify!($name).into()
            }
        }
    };
}

words!(
    /// How high somebody stands, from the lowest to the highest.
    Seniority,
    "seniority",
    headline::Seniority::ALL
);
words!(
    /// What somebody works at.
    JobFunction,
    "function",
    headline::Function::ALL
);
