//! Random numbers of our own: the same seed gives the same demo on every machine and with every compiler, which no crate
//! promises over its versions.

/// A generator of random numbers (splitmix64).
#[derive(Debug, Clone)]
pub struct Random(u64);

impl Random {
    /// The stream of one subject, so that a change of one part of the demo leaves the other parts as they were.
    #[must_use]
    pub fn new(seed: u64, subject: &str) -> Self {
        // FNV-1a, to bring the subject's name into the seed.
        let hash = subject
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
        Self(seed ^ hash)
    }

    /// Sixty-four random bits.
    pub const fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number from 0 up to, and without, 1.
    pub fn unit(&mut self) -> f64 {
        f64::from(u32::try_from(self.bits() >> 32).unwrap_or_default()) / 4_294_967_296.0
    }

    /// A number from `low` up to, and without, `high`.
    pub fn between(&mut self, low: f64, high: f64) -> f64 {
        low + (high - low) * self.unit()
    }

    /// A whole number from 0 up to, and without, `end`, which is at least 1.
    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.bits() % end as u64).unwrap_or_default()
    }

    /// The same for numbers that take part in a computation of times.
    pub const fn up_to(&mut self, end: i64) -> i64 {
        (self.bits() % end.unsigned_abs()).cast_signed()
    }

    /// True with this probability.
    pub fn chance(&mut self, probability: f64) -> bool {
        self.unit() < probability
    }

    /// One of the items, of which there is at least one.
    pub fn pick<'a, T>(&mut self, items: &'a [T]) -> &'a T {
        &items[self.below(items.len())]
    }

    /// The place of one of the weights, each as likely as it is heavy.
    pub fn weighted(&mut self, weights: &[f64]) -> usize {
        let mut left = self.unit() * weights.iter().sum::<f64>();
        for (place, weight) in weights.iter().enumerate() {
            left -= weight;
            if left < 0.0 {
                return place;
            }
        }
        weights.len() - 1
    }

    /// Puts the items into a random order.
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

/// The nearest whole number.
#[expect(clippy::cast_possible_truncation, reason = "no counter of the demo comes near the end of the numbers")]
#[must_use]
pub const fn rounded(number: f64) -> i64 {
    number.round() as i64
}

/// A whole number as one that can be divided.
#[expect(clippy::cast_precision_loss, reason = "no counter of the demo comes near the 53 bits that are kept")]
#[must_use]
pub const fn float(number: i64) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_seed_gives_the_same_numbers_for_ever() {
        let mut random = Random(0);
        // The first numbers of the published splitmix64 for the seed 0.
        assert_eq!(random.bits(), 0xe220_a839_7b1d_cdaf);
        assert_eq!(random.bits(), 0x6e78_9e6a_a1b9_65f4);
        assert_ne!(Random::new(1, "people").bits(), Random::new(1, "posts").bits());
    }

    #[test]
    fn weights_are_kept() {
        let mut random = Random::new(7, "weights");
        let drawn = (0..10_000).filter(|_| random.weighted(&[1.0, 3.0]) == 1).count();
        assert!((7_300..7_700).contains(&drawn), "{drawn}");
    }
}
